package org.victimfirst.needs.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;

/**
 * What can be done with assessments; the same for pages and resources, which check the permission.
 *
 * <p>A case that the caller may not know of is answered like one that does not exist: {@link
 * ProblemException} 404. What does not fit the case's state is 409; values that cannot be taken are
 * a {@link RefusedException}; a version that is not the stored one is a {@link
 * StaleVersionException}. Reading is recorded.
 */
@Component(service = NeedsAssessments.class)
public final class NeedsAssessments {
  private final AssessmentStore store;
  private final CaseDirectory cases;
  private final AreaProfiles profiles;
  private final Audit audit;
  private final Clock clock;

  /** For the platform. */
  @Activate
  public NeedsAssessments(
      @Reference AssessmentStore store,
      @Reference CaseDirectory cases,
      @Reference AreaProfiles profiles,
      @Reference Audit audit) {
    this(store, cases, profiles, audit, Clock.system(ZoneId.of("Europe/London")));
  }

  /** With a clock that says what time it is there. */
  NeedsAssessments(
      AssessmentStore store, CaseDirectory cases, AreaProfiles profiles, Audit audit, Clock clock) {
    this.store = store;
    this.cases = cases;
    this.profiles = profiles;
    this.audit = audit;
    this.clock = clock;
  }

  /** Today's date, where the service works. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The lists in force. */
  public AreaProfile profile() {
    return profiles.current();
  }

  /** The needs and levels in force. */
  public NeedScale scale() {
    return NeedScale.of(profiles.current());
  }

  /** The assessments of a case. */
  public AssessmentHistory ofCase(Call call, long caseId) {
    theCase(call, caseId);
    audit.record(call, "needs.assessments.read", "case", caseId, Map.of());
    return store.ofCase(caseId);
  }

  /** The same, for parts of a case's page: the shell has recorded that the case is read. */
  public AssessmentHistory ofShownCase(long caseId) {
    return store.ofCase(caseId);
  }

  /** One assessment. */
  public NeedsAssessment find(Call call, long id) {
    NeedsAssessment assessment = stored(id);
    theCase(call, assessment.caseId());
    audit.record(call, "needs.assessment.read", "needs_assessment", id, Map.of());
    return assessment;
  }

  /** One assessment, with what a page shows beside it. */
  public InCase inCase(Call call, long id) {
    NeedsAssessment assessment = stored(id);
    boolean open = theCase(call, assessment.caseId()).open();
    audit.record(call, "needs.assessment.read", "needs_assessment", id, Map.of());
    return new InCase(assessment, store.ofCase(assessment.caseId()), open);
  }

  /** The assessments of a case in which an assessment of a stage may be begun now. */
  public AssessmentHistory beforeBegin(Call call, long caseId, AssessmentStage stage) {
    AssessmentHistory history = store.ofCase(caseId);
    AssessmentRules.begin(history, stage, theCase(call, caseId).open());
    return history;
  }

  /** Begins an assessment, as a draft or at once finished. */
  public NeedsAssessment begin(
      Call call, long caseId, AssessmentStage stage, AssessmentAnswers answers) {
    CaseSummary theCase = theCase(call, caseId);
    AssessmentHistory history = store.ofCase(caseId);
    AssessmentRules.begin(history, stage, theCase.open());
    NeedsAssessment assessment =
        new NeedsAssessment(
            0,
            caseId,
            stage,
            history.nextPlace(),
            NeedsAssessment.Assessor.of(call.actor()),
            LocalDateTime.now(clock),
            call.actor().displayName(),
            answers,
            0);
    check(assessment, List.of(), history, theCase);
    String act = answers.draft() ? "needs.draft.saved" : "needs.assessment.finished";
    return store.add(call, act, assessment);
  }

  /**
   * Changes the answers: of a draft, or to correct a finished one while the case is open.
   *
   * @param version the version that the change was made from
   */
  public NeedsAssessment change(Call call, long id, int version, AssessmentAnswers answers) {
    NeedsAssessment before = stored(id);
    CaseSummary theCase = theCase(call, before.caseId());
    AssessmentRules.open(theCase.open());
    sameVersion(before, version);
    if (answers.draft() && !before.draft()) {
      throw ProblemException.conflict(
          "finished", "The assessment is finished. It can be corrected, but not become a draft.");
    }
    NeedsAssessment after = before.with(answers, call.actor(), LocalDateTime.now(clock));
    check(after, before.answers().ratings(), store.ofCase(before.caseId()), theCase);
    return store.change(call, act(before, after), after);
  }

  /** Discards a draft. */
  public void discard(Call call, long id, int version) {
    NeedsAssessment draft = stored(id);
    AssessmentRules.open(theCase(call, draft.caseId()).open());
    sameVersion(draft, version);
    if (!draft.draft()) {
      throw ProblemException.conflict(
          "finished", "The assessment is finished. Only a draft can be discarded.");
    }
    store.remove(call, "needs.draft.discarded", draft);
  }

  /**
   * An assessment in its case.
   *
   * @param assessment the assessment
   * @param history all assessments of the case
   * @param caseOpen whether the case is open, so that it can be changed
   */
  public record InCase(NeedsAssessment assessment, AssessmentHistory history, boolean caseOpen) {}

  private static String act(NeedsAssessment before, NeedsAssessment after) {
    if (after.draft()) {
      return "needs.draft.saved";
    }
    return before.draft() ? "needs.assessment.finished" : "needs.assessment.corrected";
  }

  private void check(
      NeedsAssessment assessment,
      List<NeedRating> stored,
      AssessmentHistory history,
      CaseSummary theCase) {
    AssessmentRules rules = new AssessmentRules(profiles.current(), today());
    RefusedException.unless(
        rules.refusals(assessment, stored, history, theCase.openedAt().toLocalDate()));
  }

  private static void sameVersion(NeedsAssessment stored, int version) {
    if (stored.version() != version) {
      throw new StaleVersionException("Needs assessment", stored.id());
    }
  }

  private NeedsAssessment stored(long id) {
    return store
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("There is no such needs assessment."));
  }

  private CaseSummary theCase(Call call, long caseId) {
    return cases
        .find(call, caseId)
        .orElseThrow(() -> ProblemException.notFound("There is no such case."));
  }
}
