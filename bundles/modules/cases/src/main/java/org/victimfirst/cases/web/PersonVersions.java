package org.victimfirst.cases.web;

import java.util.Objects;
import java.util.stream.Stream;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.PersonDetails;

/** Two versions of a person's details: what was entered, and what is stored by now. */
final class PersonVersions {
  private final CaseWords words;
  private final boolean hidden;
  private Table table = Table.of("What differs", "Detail", "Yours", "Stored");

  PersonVersions(CaseWords words, boolean hidden) {
    this.words = words;
    this.hidden = hidden;
  }

  /** The details that differ; those that the form leaves as they are stored do not. */
  Html table(Form form, PersonDetails mine, CaseFile now) {
    PersonDetails stored = now.person();
    row("Name", mine.name(), stored.name());
    row(
        "Date of birth",
        Words.date(mine.dateOfBirth(), "Not recorded"),
        Words.date(stored.dateOfBirth(), "Not recorded"));
    row("Gender", words.label("gender", mine.gender()), words.label("gender", stored.gender()));
    contact(form, now, "phone", "Phone", mine.phone(), stored.phone());
    contact(form, now, "email", "Email", mine.email(), stored.email());
    if (addressEntered(form) || PersonPages.removes(form, "address")) {
      String theirs = ContactDetails.address(stored);
      String ours = ContactDetails.address(mine);
      if (!ours.equals(theirs)) {
        add("Address", ours, ContactDetails.words(now, hidden, "address", theirs));
      }
    }
    row("Language", mine.language(), stored.language());
    return table.rows().isEmpty() ? Govuk.body("Both say the same.") : Vf.stack(table);
  }

  private void contact(
      Form form, CaseFile now, String name, String label, String mine, String stored) {
    boolean entered = !form.value(name).isEmpty() || PersonPages.removes(form, name);
    if (entered && !mine.equals(stored)) {
      add(label, mine, ContactDetails.words(now, hidden, name, stored));
    }
  }

  static boolean addressEntered(Form form) {
    return Stream.of("address_line_1", "address_line_2", "town", "postcode")
        .anyMatch(line -> !form.value(line).isEmpty());
  }

  private void row(String detail, String mine, String stored) {
    if (!Objects.equals(mine, stored)) {
      add(detail, mine, stored);
    }
  }

  private void add(String detail, String mine, String stored) {
    table = table.withRow(Cell.text(detail), cell(mine), cell(stored));
  }

  private Cell cell(String text) {
    return Cell.html(Redaction.unlessHidden(hidden, text.isEmpty() ? "Nothing" : text));
  }
}
