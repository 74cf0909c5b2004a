package org.victimfirst.web.shell;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageResponse.Page;
import org.victimfirst.web.contribution.Contribution;
import org.victimfirst.web.contribution.Contributions;
import org.victimfirst.web.contribution.TimedWork;
import org.victimfirst.web.contribution.TimedWork.Outcome;

/** The case page: its head, and the tab that a module contributes. */
public final class CasePages {
  private final Contributions contributions;
  private final TimedWork work;
  private final Cases cases;
  private final Problems problems;
  private final Duration limit;

  public CasePages(
      Contributions contributions, TimedWork work, Cases cases, Problems problems, Duration limit) {
    this.contributions = contributions;
    this.work = work;
    this.cases = cases;
    this.problems = problems;
    this.limit = limit;
  }

  private record Address(long caseId, String key) {}

  /**
   * A tab with the head that it was written under.
   *
   * @param page its content
   * @param head the case's head, which was read and recorded for this request
   */
  record Tab(Page page, CaseHead head) {}

  /** The address of a tab, with a name where the case's id goes. */
  public static String pattern(String key) {
    return "/cases/{caseId:[0-9]+}" + (key.isEmpty() ? "" : "/" + key);
  }

  /** Whether an address is that of a tab, of any module. */
  boolean answers(String path) {
    return address(path).isPresent();
  }

  private static Optional<Address> address(String path) {
    String[] parts = path.split("/", -1);
    boolean tab = parts.length == 3 || (parts.length == 4 && !parts[3].isEmpty());
    return tab && parts[1].equals("cases") && Ids.parse(parts[2]).isPresent()
        ? Optional.of(new Address(Long.parseLong(parts[2]), parts.length == 4 ? parts[3] : ""))
        : Optional.empty();
  }

  /** The tab at the visit's address; empty when there is none for this person. */
  Optional<Tab> answer(Visit visit) {
    return address(visit.exchange().path()).flatMap(address -> answer(visit, address));
  }

  private Optional<Tab> answer(Visit visit, Address address) {
    Optional<Contribution<CaseTab>> tab =
        contributions.caseTabs().stream()
            .filter(c -> c.service().key().equals(address.key()))
            .filter(c -> visit.call().actor().may(c.service().permission()))
            .findFirst();
    Optional<CaseHead> head =
        tab.isEmpty() ? Optional.empty() : cases.head(visit, address.caseId());
    return head.flatMap(
        found -> content(visit, tab.get(), found).map(page -> new Tab(page, found)));
  }

  private Optional<Page> content(Visit visit, Contribution<CaseTab> tab, CaseHead head) {
    CaseTab service = tab.service();
    long caseId = head.summary().id();
    PageRequest request =
        visit.asked(Map.of("caseId", String.valueOf(caseId), "tab", service.key()));
    Outcome<Html> outcome =
        work.begin(
                tab.module(),
                visit.call(),
                limit,
                "the tab " + service.key() + " of " + tab.module(),
                // Written here, so that slow markup is late too.
                () -> Html.markup(service.content(request, head).asString()))
            .await();
    if (outcome instanceof Outcome.Done<Html> done) {
      return Optional.of(
          PageResponse.page(service.label(), done.value()).ofCase(caseId, service.key()));
    }
    if (outcome instanceof Outcome.Failed<Html> failed) {
      return failed(visit, service, failed.why()).map(page -> page.ofCase(caseId, service.key()));
    }
    return Optional.empty();
  }

  private Optional<Page> failed(Visit visit, CaseTab tab, Exception why) {
    if (why instanceof ProblemException problem && problem.status() == 404) {
      return Optional.empty();
    }
    if (why instanceof AccessDeniedException denied) {
      return Optional.of(problems.noPermission(visit, denied.permission()));
    }
    int status = why instanceof TimeoutException ? 503 : 500;
    return Optional.of(problems.notAvailable(visit, status, tab.label()));
  }
}
