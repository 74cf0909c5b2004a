package org.victimfirst.cases.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;

/** What a person's last answers about each channel mean on a day. */
public final class Permissions {
  /** The five channels, in their order. */
  public static final List<String> CHANNELS =
      List.of("call", "voicemail", "text", "email", "letter");

  /** Setting of the profile: for how many days an answer holds. */
  public static final String VALID_DAYS = "safe-contact.valid-days";

  private static final int DEFAULT_DAYS = 14;
  private static final String CALL = "call";

  private final Map<String, PermissionEntry> last = new HashMap<>();
  private final String rule;

  /**
   * The last answers.
   *
   * @param asked answers that were recorded here, oldest first
   * @param told what referrers told; used where nothing was recorded here, or what was recorded had
   *     ended by then. A "no" that came later goes before whatever was recorded: a later "no"
   *     always wins; so does any "no" where a "yes" was taken away
   * @param rule what to do when somebody else answers
   */
  public Permissions(List<PermissionEntry> asked, List<PermissionEntry> told, String rule) {
    asked.forEach(entry -> last.put(entry.channel(), entry));
    told.forEach(entry -> last.merge(entry.channel(), entry, Permissions::inForce));
    this.rule = rule;
  }

  private static PermissionEntry inForce(PermissionEntry asked, PermissionEntry told) {
    boolean later = asked.takenAway() || !told.recordedAt().isBefore(asked.recordedAt());
    boolean no = told.state() == State.NO && later;
    return no || told.askedOn().isAfter(asked.askAgainBy()) ? told : asked;
  }

  /** For how many days an answer holds. */
  public static int validDays(AreaProfile profile) {
    String days = profile.settings().getOrDefault(VALID_DAYS, "");
    return days.matches("\\d{1,4}") ? Integer.parseInt(days) : DEFAULT_DAYS;
  }

  /** How the person may be contacted on a day: what has ended counts as not asked. */
  public SafeContact on(LocalDate day) {
    return safeContact(day);
  }

  /**
   * What people are told on a day: as {@link #on}, but a "no" about calls stays "no" after its end.
   * Nobody may ring to ask again then, so they must not read that they may.
   */
  public SafeContact shownOn(LocalDate day) {
    SafeContact on = on(day);
    if (!callEndedAsNo()) {
      return on;
    }
    return new SafeContact(
        on.channels().stream()
            .map(
                channel ->
                    channel.code().equals(CALL) && channel.state() == State.NOT_ASKED
                        ? new SafeContact.Channel(CALL, State.NO, "")
                        : channel)
            .toList(),
        on.rule(),
        on.askedOn(),
        on.askAgainBy());
  }

  /** The answers as they were given, ended or not: for closed cases. */
  public SafeContact asGiven() {
    return safeContact(null);
  }

  /**
   * What is to be recorded of an answer. The same answer as in force is nothing new unless the
   * person was asked again; so what has ended stays as it was, above all a "no" about calls. A note
   * alone keeps the days of the answer that it belongs to.
   *
   * @return null where there is nothing to record
   */
  public @Nullable PermissionEntry after(
      PermissionAnswer answer, LocalDateTime now, int validDays, String login) {
    String channel = answer.channel();
    LocalDate today = now.toLocalDate();
    PermissionEntry before = last.get(channel);
    boolean holds = before != null && !today.isAfter(before.askAgainBy());
    State inForce = before != null && holds ? before.state() : State.NOT_ASKED;
    String noteInForce = before != null && holds ? before.note() : "";
    State state = Objects.requireNonNullElse(answer.state(), inForce);
    String note =
        Objects.requireNonNullElse(answer.note(), state == inForce ? noteInForce : "").strip();
    boolean noteOnly = state == inForce && !answer.askedAgain();
    if (noteOnly && note.equals(noteInForce)) {
      return null;
    }
    return noteOnly && before != null
        ? new PermissionEntry(
            channel, before.state(), note, before.askedOn(), before.askAgainBy(), login, now, null)
        : new PermissionEntry(
            channel, state, note, today, today.plusDays(validDays), login, now, null);
  }

  /** The last answers that say yes or no and have ended by a day, by channel. */
  public Map<String, PermissionEntry> endedBy(LocalDate day) {
    Map<String, PermissionEntry> ended = new HashMap<>(last);
    ended
        .values()
        .removeIf(entry -> entry.state() == State.NOT_ASKED || !day.isAfter(entry.askAgainBy()));
    return ended;
  }

  /** The last answers that say yes or no, ended or not, in the order of the channels. */
  public List<PermissionEntry> answered() {
    return CHANNELS.stream()
        .map(last::get)
        .filter(Objects::nonNull)
        .filter(entry -> entry.state() != State.NOT_ASKED)
        .toList();
  }

  /** Channels whose "yes" was taken away with a phone, email or address, and not asked since. */
  public List<PermissionEntry> takenAway() {
    return CHANNELS.stream()
        .map(last::get)
        .filter(Objects::nonNull)
        .filter(PermissionEntry::takenAway)
        .toList();
  }

  /** Whether the last answer about calls was "no", even if it has ended. */
  public boolean callEndedAsNo() {
    PermissionEntry call = last.get(CALL);
    return call != null && call.state() == State.NO;
  }

  private SafeContact safeContact(@Nullable LocalDate day) {
    List<SafeContact.Channel> channels = new ArrayList<>(CHANNELS.size());
    for (String channel : CHANNELS) {
      PermissionEntry entry = last.get(channel);
      boolean holds = entry != null && (day == null || !day.isAfter(entry.askAgainBy()));
      channels.add(
          entry != null && holds
              ? new SafeContact.Channel(channel, entry.state(), entry.note())
              : new SafeContact.Channel(channel, State.NOT_ASKED, ""));
    }
    List<PermissionEntry> answered = answered();
    LocalDate askedOn =
        answered.stream().map(PermissionEntry::askedOn).max(Comparator.naturalOrder()).orElse(null);
    LocalDate askAgainBy =
        answered.stream()
            .map(PermissionEntry::askAgainBy)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new SafeContact(channels, rule, askedOn, askAgainBy);
  }
}
