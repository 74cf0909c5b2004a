package org.victimfirst.cases.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CasePermissions;
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
    var referral = file.referral();
    PersonDetails person = file.person();
    SummaryList list =
        SummaryList.empty()
            .with("Crime", words.label("occurrence_type", referral.occurrenceType()))
            .with("Referred", Words.date(referral.receivedAt().toLocalDate()))
            .with("Referred by", words.label("referral_source", referral.source()))
            .with("Police reference", hideable(referral.crimeReference()))
            .with("Officer in case", hideable(referral.officerInCase()))
            .with("Phone", detail("phone", "the phone number", person.phone(), "call"))
            .with("Email", detail("email", "the email address", person.email(), "email"))
            .with("Address", detail("address", "the address", address(person), "letter"))
            .with("Area", words.place(referral.beat()))
            .with("Language", person.language().isEmpty() ? "Not recorded" : person.language())
            .with("Victims’ Code", rights(referral.enhancedRights()));
    if (!file.summary().open()) {
      list = list.with("Closed", words.label("closure_outcome", file.summary().closureOutcome()));
    }
    return Govuk.summaryList(list);
  }

  private Html hideable(String text) {
    if (text.isEmpty()) {
      return Html.text("Not recorded");
    }
    return request.hidePersonalDetails() ? Redaction.withheld() : Html.text(text);
  }

  private String rights(String category) {
    return category.isEmpty()
        ? "No enhanced rights recorded"
        : "Enhanced rights: " + words.label("vcop_enhanced_entitlement", category);
  }

  private Html detail(String name, String what, String value, String channel) {
    if (value.isEmpty()) {
      return Html.text("Not recorded");
    }
    if (request.hidePersonalDetails()) {
      return Redaction.withheld();
    }
    State state = file.safeContact().state(channel);
    if (state == State.NO) {
      return Html.text("Left out: not safe to use");
    }
    if (shown.equals(name)) {
      return Html.text(value);
    }
    if (!request.actor().may(CasePermissions.CONTACT)) {
      return Redaction.mask(masked(name, value));
    }
    Html button =
        Html.all(
            Html.markup("<input type=\"hidden\" name=\"detail\" value=\"" + name + "\">"),
            Html.markup("<button class=\"vf-link-button govuk-link\" type=\"submit\">Show"),
            Inline.hidden(" " + what),
            Html.markup("</button>"));
    return Html.all(
        Redaction.mask(masked(name, value)),
        Html.text(" "),
        Forms.form(
            Paths.of(Paths.SHOW, file.summary().id()),
            request.csrf(),
            java.util.Map.of("class", "vf-inline"),
            button));
  }

  /** An address is left out whole: its first line alone leads to the door. */
  private static String masked(String name, String value) {
    return name.equals("address") ? "\u2022\u2022\u2022" : Redaction.masked(value);
  }

  private static String address(PersonDetails person) {
    return Stream.of(person.addressLine1(), person.addressLine2(), person.town(), person.postcode())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
