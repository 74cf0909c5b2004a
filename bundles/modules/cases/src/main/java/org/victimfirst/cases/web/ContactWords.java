package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.cases.domain.ContactGate;

/** Words for ways of contact. A meeting is no channel of the area's list. */
final class ContactWords {
  private ContactWords() {}

  static String channel(CaseWords words, String code) {
    return code.equals(ContactGate.IN_PERSON) ? "In person" : words.label("contact_channel", code);
  }

  static List<Choice> channels(CaseWords words, LocalDate today) {
    List<Choice> choices = new ArrayList<>(words.choices("contact_channel", today));
    choices.removeIf(choice -> choice.value().equals(ContactGate.IN_PERSON));
    choices.add(Choice.of(ContactGate.IN_PERSON, "In person"));
    return choices;
  }
}
