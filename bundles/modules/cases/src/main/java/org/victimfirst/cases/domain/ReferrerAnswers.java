package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.SafeContact.State;

/**
 * Reads what a referrer told about safe contact ("safe to leave a message", "safe to write",
 * "preferred contact") as answers about the five channels, in the safest way that the words allow:
 *
 * <ul>
 *   <li>"Not safe to leave a message" shuts voicemail and text, since either may be found by
 *       somebody else. "Safe" opens voicemail; text only where the person also prefers text.
 *   <li>"Not safe to write" shuts letter and email. "Safe" opens letter; email only where the same
 *       referrer says that the person prefers email.
 *   <li>A call is open where the person prefers the telephone. No other words are about calls.
 *   <li>Anything else, and "unknown", is not asked.
 * </ul>
 */
public final class ReferrerAnswers {
  private ReferrerAnswers() {}

  /**
   * The answers, each as asked on the day on which it was told.
   *
   * @param validDays for how many days an answer holds
   */
  public static List<PermissionEntry> read(
      Told message, Told write, Told preferred, int validDays) {
    List<PermissionEntry> answers = new ArrayList<>(5);
    if (preferred.answer().equals("phone")) {
      add(answers, "call", State.YES, preferred.at(), validDays);
    }
    add(answers, "voicemail", plain(message), message.at(), validDays);
    ifPreferred(answers, "text", message, preferred, validDays);
    ifPreferred(answers, "email", write, preferred, validDays);
    add(answers, "letter", plain(write), write.at(), validDays);
    return answers;
  }

  /** "No" shuts the channel; "yes" opens it if it is preferred, as of the older of the two. */
  private static void ifPreferred(
      List<PermissionEntry> answers, String channel, Told answer, Told preferred, int validDays) {
    State state = plain(answer);
    LocalDateTime at = answer.at();
    LocalDateTime preferredAt = preferred.at();
    if (state == State.NO) {
      add(answers, channel, state, at, validDays);
    } else if (preferred.answer().equals(channel) && at != null && preferredAt != null) {
      add(answers, channel, state, at.isBefore(preferredAt) ? at : preferredAt, validDays);
    }
  }

  private static void add(
      List<PermissionEntry> answers,
      String channel,
      State state,
      @Nullable LocalDateTime at,
      int validDays) {
    if (state != State.NOT_ASKED && at != null) {
      LocalDate day = at.toLocalDate();
      answers.add(
          new PermissionEntry(channel, state, "", day, day.plusDays(validDays), "", at, null));
    }
  }

  private static State plain(Told told) {
    return switch (told.answer()) {
      case "yes" -> State.YES;
      case "no" -> State.NO;
      default -> State.NOT_ASKED;
    };
  }
}
