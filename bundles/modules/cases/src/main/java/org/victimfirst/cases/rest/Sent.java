package org.victimfirst.cases.rest;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.rest.ProblemException;

/**
 * Reads what was sent: what was left out becomes an empty text, what must be there is asked for.
 */
final class Sent {
  private Sent() {}

  static <T> T body(@Nullable T body) {
    if (body == null) {
      throw ProblemException.badRequest("body_missing", "Send a JSON object.");
    }
    return body;
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  static <T> T field(String name, @Nullable T value) {
    if (value == null) {
      throw ProblemException.field(name, "missing", "The field " + name + " is missing.");
    }
    return value;
  }

  static State state(@Nullable String code) {
    return Arrays.stream(State.values())
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.field(
                    "state", "unknown_code", "A channel's state is yes, no or not_asked."));
  }

  /** An id, which goes out as text too: it has more digits than some programs' numbers. */
  static long id(String name, String id) {
    return Ids.parse(id)
        .orElseThrow(
            () ->
                ProblemException.field(name, "wrong_type", name + " is an id, digits in quotes."));
  }
}
