package ${package}.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;

/**
 * What can be done; the same for pages and resources, which check the permission.
 *
 * <p>A case that the caller may not know of is answered like one that does not exist: {@link
 * ProblemException} 404. A closed case is 409; values that cannot be taken are a {@link
 * RefusedException}; a version that is not the stored one is a {@link StaleVersionException}.
 * Reading is recorded.
 */
@Component(service = ${singular}Work.class)
public final class ${singular}Work {
  private final ${singular}Store store;
  private final CaseDirectory cases;
  private final Audit audit;
  private final Clock clock;

  /** For the platform. */
  @Activate
  public ${singular}Work(
      @Reference ${singular}Store store, @Reference CaseDirectory cases, @Reference Audit audit) {
    this(store, cases, audit, Clock.system(ZoneId.of("Europe/London")));
  }

  /** With a clock that says what time it is there. */
  public ${singular}Work(${singular}Store store, CaseDirectory cases, Audit audit, Clock clock) {
    this.store = store;
    this.cases = cases;
    this.audit = audit;
    this.clock = clock;
  }

  /** Today's date, where the service works. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** One page of those of a case, the newest first. */
  public Paged<${singular}> ofCase(Call call, long caseId, int page, int size) {
    theCase(call, caseId);
    audit.record(call, "${name}.${snake}.listed", "case", caseId, Map.of());
    return store.ofCase(caseId, page, size);
  }

  /** The same, for the case's page: the shell has recorded that the case is read. */
  public Paged<${singular}> ofShownCase(long caseId, int page, int size) {
    return store.ofCase(caseId, page, size);
  }

  /** One page of those that the caller saved last, the newest first. */
  public Paged<${singular}> ofCaller(Call call, int page, int size) {
    return store.recordedBy(call.actor().login(), page, size);
  }

  /** The cases of some, with safe contact, as far as the caller may know of them. */
  public List<CaseHead> cases(Call call, List<${singular}> some, boolean hide) {
    return cases.heads(call, some.stream().map(${singular}::caseId).distinct().toList(), hide);
  }

  /** One. */
  public ${singular} find(Call call, long id) {
    ${singular} stored = stored(id);
    theCase(call, stored.caseId());
    audit.record(call, "${name}.${snake}.read", "${schema}_${snake}", id, Map.of());
    return stored;
  }

  /** The open case in which one may be recorded now. */
  public CaseSummary openCase(Call call, long caseId) {
    CaseSummary theCase = theCase(call, caseId);
    if (!theCase.open()) {
      throw ProblemException.conflict(
          "case_closed", "The case is closed. Reopen it before something is noted in it.");
    }
    return theCase;
  }

  /** Records one. */
  public ${singular} add(Call call, long caseId, ${singular}Details details) {
    openCase(call, caseId);
    return store.add(call, checked(call, 0, caseId, details, 0));
  }

  /**
   * Corrects one.
   *
   * @param version the version that the change was made from
   */
  public ${singular} change(Call call, long id, int version, ${singular}Details details) {
    ${singular} before = stored(id);
    openCase(call, before.caseId());
    if (before.version() != version) {
      throw new StaleVersionException("${label}", id);
    }
    return store.change(call, checked(call, id, before.caseId(), details, version));
  }

  private ${singular} checked(Call call, long id, long caseId, ${singular}Details details, int version) {
    List<Refusal> refusals = details.refusals(today());
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
    String login = call.actor().login();
    String name = call.actor().displayName();
    return new ${singular}(id, caseId, details, LocalDateTime.now(clock), login, name, version);
  }

  private ${singular} stored(long id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("There is no such ${label.toLowerCase()}."));
  }

  private CaseSummary theCase(Call call, long caseId) {
    return cases
        .find(call, caseId)
        .orElseThrow(() -> ProblemException.notFound("There is no such case."));
  }
}
