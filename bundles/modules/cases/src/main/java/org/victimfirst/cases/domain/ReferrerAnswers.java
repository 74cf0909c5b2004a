package org.victimfirst.cases.domain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.victimfirst.api.cases.SafeContact.State;

/**
 * Reads what a referrer told about safe contact ("safe to leave a message", "safe to write",
 * "preferred contact") as answers about the five channels, in the safest way that the words allow:
 *
 * <ul>
 *   <li>"Not safe to leave a message" shuts voicemail and text, since either may be found by
 *       somebody else. "Safe" opens voicemail; text only where the person also prefers text.
 *   <li>"Not safe to write" shuts letter and email. "Safe" opens letter; email only where the
 *       person also prefers email.
 *   <li>A call is open where the person prefers the telephone. No other words are about calls.
 *   <li>Anything else, and "unknown", is not asked.
 * </ul>
 */
public final class ReferrerAnswers {
  private ReferrerAnswers() {}

  /**
   * The answers, as asked on the day of receipt.
   *
   * @param validDays for how many days an answer holds
   */
  public static List<PermissionEntry> read(
      LocalDateTime receivedAt, String message, String write, String preferred, int validDays) {
    List<PermissionEntry> answers = new ArrayList<>(5);
    add(
        answers,
        "call",
        preferred.equals("phone") ? State.YES : State.NOT_ASKED,
        receivedAt,
        validDays);
    add(answers, "voicemail", plain(message), receivedAt, validDays);
    add(answers, "text", ifPreferred(message, preferred.equals("text")), receivedAt, validDays);
    add(answers, "email", ifPreferred(write, preferred.equals("email")), receivedAt, validDays);
    add(answers, "letter", plain(write), receivedAt, validDays);
    return answers;
  }

  private static void add(
      List<PermissionEntry> answers, String channel, State state, LocalDateTime at, int validDays) {
    if (state != State.NOT_ASKED) {
      answers.add(
          new PermissionEntry(
              channel,
              state,
              "",
              at.toLocalDate(),
              at.toLocalDate().plusDays(validDays),
              "",
              at,
              null));
    }
  }

  private static State plain(String answer) {
    return switch (answer) {
      case "yes" -> State.YES;
      case "no" -> State.NO;
      default -> State.NOT_ASKED;
    };
  }

  private static State ifPreferred(String answer, boolean preferred) {
    State state = plain(answer);
    return state == State.YES && !preferred ? State.NOT_ASKED : state;
  }
}
