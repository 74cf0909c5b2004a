package org.victimfirst.reporting.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.ReferralSummary;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;

/** The lists of what is behind a figure. */
final class BehindView {
  private final AreaProfile profile;
  private final boolean hidden;

  /**
   * With the labels of an area.
   *
   * @param hidden whether names and what happened are left out
   */
  BehindView(AreaProfile profile, boolean hidden) {
    this.profile = profile;
    this.hidden = hidden;
  }

  Html cases(List<Long> counted, List<CaseHead> shown) {
    if (shown.isEmpty()) {
      return nothing(counted, "cases", "No closed case of this period belongs to the figure.");
    }
    return Vf.stack(
        Table.of(
                "Cases behind the figure",
                "Case",
                "Name",
                "Safe contact",
                "Crime type",
                "Closed",
                "Outcome")
            .withRows(shown.stream().map(this::row).toList()));
  }

  /**
   * Referrals.
   *
   * @param opened the cases that were opened for them, by their ids
   */
  Html referrals(List<Long> counted, List<ReferralSummary> shown, Map<Long, CaseHead> opened) {
    if (shown.isEmpty()) {
      return nothing(counted, "referrals", "No referral of this period belongs to the figure.");
    }
    return Vf.stack(
        Table.of(
                "Referrals behind the figure",
                "Case or referral",
                "Name",
                "Safe contact",
                "Crime type",
                "Received",
                "Source")
            .withRows(shown.stream().map(one -> row(one, opened.get(one.caseId()))).toList()));
  }

  private static Html nothing(List<Long> counted, String what, String none) {
    return counted.isEmpty()
        ? Vf.empty("No " + what, none, Html.EMPTY)
        : Vf.empty(
            "No details",
            "The details of these %s have been erased. The figure still counts them."
                .formatted(what),
            Html.EMPTY);
  }

  private List<Cell> row(CaseHead head) {
    CaseSummary one = head.summary();
    String outcome = one.closureOutcome() == null ? "" : one.closureOutcome();
    return List.of(
        Cell.html(Govuk.link(one.reference(), "/cases/" + one.id())),
        name(one.personName()),
        Cell.html(SafeBand.chips(head.safeContact())),
        crime(one.occurrenceType()),
        Cell.text(one.closedAt() == null ? "" : Words.date(one.closedAt().toLocalDate())),
        Cell.text(profile.list("closure_outcome").label(outcome)));
  }

  /** Where a case was opened for the referral, the case is shown; else the referral. */
  private List<Cell> row(ReferralSummary one, @Nullable CaseHead head) {
    return List.of(
        Cell.html(
            one.caseId() == 0
                ? Govuk.link("Referral without a case", "/cases/referrals/" + one.id())
                : Govuk.link(one.caseReference(), "/cases/" + one.caseId())),
        name(one.personName()),
        head == null
            ? Cell.text(one.caseId() == 0 ? "On the referral" : "On the case")
            : Cell.html(SafeBand.chips(head.safeContact())),
        crime(one.occurrenceType()),
        Cell.text(Words.date(one.receivedAt().toLocalDate())),
        Cell.html(
            Redaction.unlessHidden(hidden, profile.list("referral_source").label(one.source()))));
  }

  private Cell name(String name) {
    return Cell.html(Redaction.unlessHidden(hidden, name));
  }

  private Cell crime(String type) {
    return Cell.html(Redaction.unlessHidden(hidden, profile.list("occurrence_type").label(type)));
  }
}
