package org.victimfirst.cases.web;

import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.PersonDetails;

/**
 * The key facts of a case. Phone, email and address are masked until somebody asks for one, for one
 * view of the page; a channel that is not safe is not offered at all.
 */
final class KeyFacts {
  private final CaseFile file;
  private final CaseWords words;
  private final PageRequest request;
  private final String shown;

  KeyFacts(CaseFile file, CaseWords words, PageRequest request, String shown) {
    this.file = file;
    this.words = words;
    this.request = request;
    this.shown = shown;
  }

  Html list() {
    PersonDetails person = file.person();
    ContactDetails contact = new ContactDetails(file, request, "", shown);
    SummaryList list =
        event()
            .with("Phone", contact.phone())
            .with("Email", contact.email())
            .with("Address", contact.address())
            .with("Language", person.language().isEmpty() ? "Not recorded" : person.language());
    return Govuk.summaryList(support(list));
  }

  /** The facts without any way to reach the person. */
  Html onPaper() {
    return Govuk.summaryList(support(event()));
  }

  private SummaryList event() {
    var referral = file.referral();
    return SummaryList.empty()
        .with("Crime", hideable(words.label("occurrence_type", referral.occurrenceType())))
        .with("Referred", Words.date(referral.receivedAt().toLocalDate()))
        .with("Referred by", hideable(words.label("referral_source", referral.source())))
        .with("Police reference", hideable(referral.crimeReference()))
        .with("Officer in case", hideable(referral.officerInCase()));
  }

  private SummaryList support(SummaryList before) {
    var referral = file.referral();
    SummaryList list =
        before
            .with("Area", hideable(words.place(referral.beat())))
            .with(
                "Victims’ Code",
                words.rights(referral.enhancedRights(), request.hidePersonalDetails()));
    return file.summary().open()
        ? list
        : list.with("Closed", words.label("closure_outcome", file.summary().closureOutcome()));
  }

  private Html hideable(String text) {
    if (text.isEmpty()) {
      return Html.text("Not recorded");
    }
    return request.hidePersonalDetails() ? Redaction.withheld() : Html.text(text);
  }
}
