package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;

/**
 * The answers about safe contact as they stood when a contact was made: it is often written up
 * later, when some have ended and others were given. What had been answered by then counts. Where
 * nothing was in force, a "yes" of the same day counts as well: who asks and then writes keeps no
 * minutes.
 *
 * @param contact the answers
 * @param callEndedAsNo whether the last answer about calls was "no", even if it had ended
 */
public record AnswersThen(SafeContact contact, boolean callEndedAsNo) {
  /** What referrers had told by a time. */
  @FunctionalInterface
  public interface Tellings<E extends Exception> {
    /** The answers, of referrals that were received before a time. */
    List<PermissionEntry> before(LocalDateTime time) throws E;
  }

  /**
   * The answers at a time, which contacts know to the minute.
   *
   * @param asked all answers that were recorded here, oldest first, with those that were replaced
   */
  public static <E extends Exception> AnswersThen at(
      LocalDateTime time, List<PermissionEntry> asked, Tellings<E> tellings) throws E {
    LocalDate day = time.toLocalDate();
    Permissions then = before(time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1), asked, tellings);
    Permissions later = before(day.plusDays(1).atStartOfDay(), asked, tellings);
    SafeContact atTheTime = then.on(day);
    SafeContact sameDay = later.on(day);
    SafeContact both =
        new SafeContact(
            atTheTime.channels().stream().map(channel -> better(channel, sameDay)).toList(),
            "",
            null,
            null);
    return new AnswersThen(both, then.callEndedAsNo() && later.callEndedAsNo());
  }

  private static SafeContact.Channel better(SafeContact.Channel channel, SafeContact sameDay) {
    boolean answeredYes = sameDay.state(channel.code()) == State.YES;
    return channel.state() == State.NOT_ASKED && answeredYes
        ? new SafeContact.Channel(channel.code(), State.YES, "")
        : channel;
  }

  private static <E extends Exception> Permissions before(
      LocalDateTime time, List<PermissionEntry> asked, Tellings<E> tellings) throws E {
    List<PermissionEntry> known =
        asked.stream().filter(entry -> entry.recordedAt().isBefore(time)).toList();
    return new Permissions(known, tellings.before(time), "");
  }
}
