package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReferralDetails;

/** The fields of a referral that somebody takes down: by telephone, from a partner, in person. */
final class ReferralForm {
  /** All fields of the form. */
  static final List<String> NAMES =
      List.of(
          "source",
          "role",
          "received_date",
          "received_time",
          "consent_given",
          "safe_to_leave_message",
          "safe_to_write",
          "preferred_contact",
          "first_name",
          "last_name",
          "date_of_birth",
          "gender",
          "phone",
          "email",
          "address_line_1",
          "address_line_2",
          "town",
          "postcode",
          "language",
          "occurrence_type",
          "offence_date",
          "beat",
          "offence_summary",
          "is_repeat_victim",
          "crime_reference",
          "police_force",
          "officer_in_case",
          "enhanced_rights");

  private static final String UNKNOWN = "unknown";

  private final Form form;
  private final CaseWords words;
  private final LocalDate today;

  ReferralForm(Form form, CaseWords words, LocalDate today) {
    this.form = form;
    this.words = words;
    this.today = today;
  }

  /** What stands in a new form: that it comes in now. */
  static Form blank(LocalDateTime now) {
    return Form.empty()
        .put("received_date", Words.date(now.toLocalDate()))
        .put("received_time", Words.time(now.toLocalTime()));
  }

  /** What was entered; empty, with the errors in the form, when it cannot be read. */
  Optional<NewReferral> read(long personId) {
    Optional<LocalDate> date =
        form.require("received_date", "Enter the day on which it came in, like 9 July 2020")
            .read(
                "received_date",
                Words::parseDate,
                "Enter the day on which it came in, like 9 July 2020");
    Optional<LocalTime> time =
        form.require("received_time", "Enter the time at which it came in, like 11:20am")
            .read(
                "received_time",
                Words::parseTime,
                "Enter the time at which it came in, like 11:20am");
    Optional<LocalDate> offence =
        form.read(
            "offence_date", Words::parseDate, "Enter the day, like 4 May 2020, or leave it empty");
    Optional<LocalDate> born =
        form.read(
            "date_of_birth",
            Words::parseDate,
            "Enter the date of birth, like 4 May 1980, or leave it empty");
    form.require("source", "Choose who referred")
        .require("role", "Choose whether the person is a victim or a witness")
        .require("safe_to_leave_message", "Choose whether it is safe to leave a message")
        .require("safe_to_write", "Choose whether it is safe to write");
    if (form.value("first_name").isEmpty()) {
      form.require("last_name", "Enter a name, first or last");
    }
    form.require("gender", "Choose a gender, or Unknown")
        .require("occurrence_type", "Choose what happened");
    if (!form.sound() || date.isEmpty() || time.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NewReferral(
            personId,
            person(born.orElse(null)),
            referral(LocalDateTime.of(date.get(), time.get()), offence.orElse(null)),
            null));
  }

  private PersonDetails person(@Nullable LocalDate born) {
    return new PersonDetails(
        form.value("first_name"),
        form.value("last_name"),
        born,
        form.value("gender"),
        form.value("phone"),
        form.value("email"),
        form.value("address_line_1"),
        form.value("address_line_2"),
        form.value("town"),
        form.value("postcode"),
        form.value("language"));
  }

  private ReferralDetails referral(LocalDateTime received, @Nullable LocalDate offence) {
    return new ReferralDetails(
        received,
        form.value("source"),
        form.value("role"),
        form.value("occurrence_type"),
        offence,
        form.value("crime_reference"),
        form.value("police_force"),
        "",
        form.value("enhanced_rights"),
        "",
        form.value("officer_in_case"),
        form.value("offence_summary"),
        or(form.value("beat")),
        form.value("safe_to_leave_message"),
        form.value("safe_to_write"),
        form.value("preferred_contact"),
        or(form.value("consent_given")),
        or(form.value("is_repeat_victim")));
  }

  private static String or(String code) {
    return code.isEmpty() ? UNKNOWN : code;
  }

  /** All fields, in four parts. */
  Html fields() {
    return Html.all(
        part("Who referred", referrer()),
        part("Safe contact", safeContact()),
        part("Who is it about", about()),
        part("What happened", event()));
  }

  private static Html part(String legend, Html content) {
    return Forms.fieldset(legend, "govuk-fieldset__legend--m", content);
  }

  private Html referrer() {
    return Html.all(
        Controls.select(
            form.field("source", "Where does it come from?").bold(),
            blankFirst("Choose one", "referral_source")),
        Controls.radios(
            form.field("role", "The person is a").small("radios"),
            words.choices("referral_role", today)),
        Controls.input(
            text("received_date", "Day on which it came in")
                .withHint("For example, 9 July 2020 or 9/7/2020")
                .withWidth(10)),
        Controls.input(text("received_time", "Time").withHint("For example, 11:20am").withWidth(5)),
        Controls.radios(
            form.field("consent_given", "Did the person agree to be referred? (optional)")
                .small("radios"),
            asked()));
  }

  private Html safeContact() {
    return Html.all(
        Controls.radios(
            form.field("safe_to_leave_message", "Is it safe to leave a message?").small("radios"),
            asked()),
        Controls.radios(
            form.field("safe_to_write", "Is it safe to send a letter?").small("radios"), asked()),
        Controls.select(
            form.field("preferred_contact", "How does the person like to be reached? (optional)")
                .bold(),
            blankFirst("Not asked", "preferred_contact")));
  }

  private Html about() {
    return Html.all(
        Controls.input(text("first_name", "First name")),
        Controls.input(text("last_name", "Last name")),
        Controls.input(
            text("date_of_birth", "Date of birth (optional)")
                .withHint("For example, 4 May 1980 or 4/5/1980")
                .withWidth(10)),
        Controls.select(form.field("gender", "Gender").bold(), blankFirst("Choose one", "gender")),
        Controls.input(text("phone", "Phone (optional)").withWidth(20)),
        Controls.input(text("email", "Email (optional)")),
        Controls.input(text("address_line_1", "Address line 1 (optional)")),
        Controls.input(text("address_line_2", "Address line 2 (optional)")),
        Controls.input(text("town", "Town or city (optional)").withWidth(20)),
        Controls.input(text("postcode", "Postcode (optional)").withWidth(10)),
        Controls.input(text("language", "Language (optional)").withWidth(20)));
  }

  private Html event() {
    return Html.all(
        Controls.select(
            form.field("occurrence_type", "Crime or incident").bold(),
            blankFirst("Choose one", "occurrence_type")),
        Controls.input(
            text("offence_date", "Day of the event (optional)")
                .withHint("For example, 4 May 2020 or 4/5/2020")
                .withWidth(10)),
        Controls.select(
            form.field("beat", "Area (optional)").bold(), blankFirst("Unknown", "beat", UNKNOWN)),
        Controls.textarea(
            form.field("offence_summary", "What was told (optional)")
                .bold()
                .withHint("Facts only. The person may ask to read it.")
                .withRows(4)),
        Controls.radios(
            form.field("is_repeat_victim", "Has it happened to the person before? (optional)")
                .small("radios"),
            words.choices("is_repeat_victim", today)),
        Controls.input(text("crime_reference", "Police reference (optional)").withWidth(20)),
        Controls.select(
            form.field("police_force", "Police force (optional)").bold(),
            blankFirst("Not recorded", "police_force")),
        Controls.input(text("officer_in_case", "Officer in case (optional)")),
        Controls.select(
            form.field("enhanced_rights", "Enhanced rights under the Victims’ Code (optional)")
                .bold()
                .withHint("The category that the police gave. It is not our support level."),
            blankFirst("None recorded", "vcop_enhanced_entitlement")));
  }

  /** Yes and no, and that the referrer did not ask. */
  private List<Choice> asked() {
    return words.choices("yes_no_unknown", today).stream()
        .map(
            choice ->
                choice.value().equals(UNKNOWN)
                    ? choice.withLabel(Html.text("Not asked, or unknown to the referrer"))
                    : choice)
        .toList();
  }

  private List<Choice> blankFirst(String blank, String list) {
    return blankFirst(blank, list, "");
  }

  /** The list with an empty choice in front, which stands for the code that is left out. */
  private List<Choice> blankFirst(String blank, String list, String without) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", blank));
    words.choices(list, today).stream()
        .filter(choice -> !choice.value().equals(without))
        .forEach(choices::add);
    return choices;
  }

  private Field text(String name, String label) {
    return form.field(name, label).bold().withoutSpellcheck().withAutocomplete("off");
  }
}
