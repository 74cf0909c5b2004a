package org.victimfirst.cases.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.StaffNames;

/**
 * Caseworkers as they stand in an address. A login may be a name or an email address, and somebody
 * of before an import has nothing but a login; so a key is made of it.
 */
final class StaffKeys {
  /** The own cases. */
  static final String ME = "me";

  private final List<String> logins;
  private final StaffNames names;
  private final Map<String, String> byKey = new HashMap<>();

  /** With those who can be chosen. */
  StaffKeys(List<String> logins, StaffNames names) {
    this.logins = logins;
    this.names = names;
    logins.forEach(login -> byKey.put(key(login), login));
  }

  static String key(String login) {
    return UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Whether it may stand in an address, even if nobody is found by it any more. */
  boolean mayBe(String key) {
    return key.equals(ME) || key.equals(CaseFilter.NOBODY) || key.matches("[0-9a-f-]{36}");
  }

  /** What cases are filtered by; a key of nobody finds none. */
  String login(String key, String me) {
    return key.equals(ME) ? me : byKey.getOrDefault(key, key);
  }

  /** Whose cases, in words. */
  String say(String key) {
    if (key.equals(ME)) {
      return "My cases";
    }
    String login = byKey.get(key);
    if (login == null) {
      return key.equals(CaseFilter.NOBODY) ? "Nobody’s yet" : "A caseworker without open cases";
    }
    return "Caseworker " + names.of(login);
  }

  /** All who can be chosen. */
  List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", "Anybody"));
    choices.add(Choice.of(ME, "Me"));
    choices.add(Choice.of(CaseFilter.NOBODY, "Nobody yet"));
    logins.forEach(login -> choices.add(Choice.of(key(login), names.of(login))));
    return choices;
  }
}
