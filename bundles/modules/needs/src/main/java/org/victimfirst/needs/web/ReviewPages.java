package org.victimfirst.needs.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.api.web.ui.WorkList;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.Reviews;

/** The list behind the tile: whose needs a person has to review soon. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class ReviewPages implements PageSet {
  private final Reviews reviews;
  private final CaseDirectory cases;

  /** For the platform. */
  @Activate
  public ReviewPages(@Reference Reviews reviews, @Reference CaseDirectory cases) {
    this.reviews = reviews;
    this.cases = cases;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get(Paths.REVIEWS, NeedsModule.ASSESS, this::list));
  }

  private PageResponse list(PageRequest request) {
    List<Reviews.Review> due = reviews.of(request.actor());
    boolean hide = request.hidePersonalDetails();
    Map<Long, CaseHead> found =
        cases
            .heads(request.call(), due.stream().map(Reviews.Review::caseId).toList(), hide)
            .stream()
            .collect(Collectors.toMap(head -> head.summary().id(), Function.identity()));
    List<Html> items = new ArrayList<>();
    for (Reviews.Review review : due) {
      CaseHead theCase = found.get(review.caseId());
      if (theCase != null) {
        items.add(item(review, theCase.summary(), theCase.safeContact(), hide));
      }
    }
    Html body =
        Html.all(
            Vf.head("Needs reviews", "Cases that you assessed last, and that are due or late."),
            items.isEmpty() ? empty() : WorkList.list(items));
    return PageResponse.page("Needs reviews", body).under("/");
  }

  private static Html item(
      Reviews.Review review, CaseSummary theCase, SafeContact safeContact, boolean hide) {
    return WorkList.item(
        Link.to(hide ? "Name hidden" : theCase.personName(), Paths.tab(theCase.id())),
        theCase.reference(),
        "Review the needs",
        "Last assessed on " + Words.date(review.lastOn()),
        SafeBand.chips(safeContact),
        Govuk.tag(
            (review.late() ? "Late: was due " : "Due ") + Words.date(review.dueOn()),
            review.late() ? "red" : "grey"));
  }

  private static Html empty() {
    return Vf.empty(
        "No reviews are due",
        "A case is shown here a week before the next assessment of its needs is due.",
        Html.EMPTY);
  }
}
