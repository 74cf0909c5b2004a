package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.SafeContact.State;

/**
 * A case whose safe contact is to be looked at.
 *
 * @param summary the case in a line
 * @param why what is to be looked at
 * @param channels the channels that a new warning is about, else none
 * @param day since when the warning is there, or the last day of the answer that ends first, or on
 *     which it was taken away; the day of asking where nothing was ever asked
 * @param noCall whether nobody may call, even to ask again
 */
public record SafetyCheck(
    CaseSummary summary, Why why, List<String> channels, LocalDate day, boolean noCall) {
  /** The order in which they are to be looked at. */
  public static final Comparator<SafetyCheck> URGENT_FIRST =
      Comparator.comparing(SafetyCheck::why)
          .thenComparing(SafetyCheck::day)
          .thenComparing(check -> check.summary().id());

  private static final int NEW_DAYS = 7;
  private static final int SOON_DAYS = 3;

  /** Why a case is to be looked at, the most urgent first. */
  public enum Why {
    /** A channel has become unsafe within the last seven days. */
    NEW_WARNING,
    /** An answer has ended, or ends within three days, or was taken away with its address. */
    ENDS,
    /** Nobody has answered anything yet. */
    NEVER_ASKED
  }

  /** Copies the list. */
  public SafetyCheck {
    channels = List.copyOf(channels);
  }

  /** What is to be looked at in a case, if anything. */
  public static Optional<SafetyCheck> of(
      CaseSummary summary, Permissions permissions, LocalDate today) {
    LocalDateTime since = today.minusDays(NEW_DAYS).atStartOfDay();
    List<PermissionEntry> warnings =
        permissions.answered().stream()
            .filter(entry -> entry.state() == State.NO && !entry.recordedAt().isBefore(since))
            .filter(entry -> !today.isAfter(entry.askAgainBy()))
            .toList();
    boolean noCall = permissions.callEndedAsNo();
    if (!warnings.isEmpty()) {
      List<String> channels = warnings.stream().map(PermissionEntry::channel).toList();
      LocalDate first =
          warnings.stream()
              .map(entry -> entry.recordedAt().toLocalDate())
              .min(Comparator.naturalOrder())
              .orElse(today);
      return Optional.of(new SafetyCheck(summary, Why.NEW_WARNING, channels, first, noCall));
    }
    List<LocalDate> ends =
        Stream.concat(
                permissions.answered().stream().map(PermissionEntry::askAgainBy),
                permissions.takenAway().stream().map(PermissionEntry::askedOn))
            .toList();
    if (ends.isEmpty()) {
      return Optional.of(new SafetyCheck(summary, Why.NEVER_ASKED, List.of(), today, noCall));
    }
    return ends.stream()
        .min(Comparator.naturalOrder())
        .filter(end -> !end.isAfter(today.plusDays(SOON_DAYS)))
        .map(end -> new SafetyCheck(summary, Why.ENDS, List.of(), end, noCall));
  }
}
