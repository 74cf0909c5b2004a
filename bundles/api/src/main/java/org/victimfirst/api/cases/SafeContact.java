package org.victimfirst.api.cases;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person may be contacted.
 *
 * @param channels all five channels, always in the order call, voicemail, text, email, letter
 * @param rule what to do when somebody else answers, or an empty string
 * @param askedOn when it was last asked, or null
 * @param askAgainBy after this day every channel counts as not asked, or null
 */
public record SafeContact(
    List<Channel> channels,
    String rule,
    @Nullable LocalDate askedOn,
    @Nullable LocalDate askAgainBy) {
  /** Copies the channels. */
  public SafeContact {
    channels = List.copyOf(channels);
  }

  /** The three states of a channel. */
  public enum State {
    /** It is safe. */
    YES,
    /** It is not safe. */
    NO,
    /** Nobody has asked, or the answer has ended: the gate treats it as not safe. */
    NOT_ASKED
  }

  /**
   * One channel.
   *
   * @param code {@code call}, {@code voicemail}, {@code text}, {@code email} or {@code letter}
   * @param state the state in force today
   * @param note when or how, or an empty string; personal data
   */
  public record Channel(String code, State state, String note) {}

  /** The same without its notes, which are personal data. */
  public SafeContact withoutNotes() {
    return new SafeContact(
        channels.stream().map(c -> new Channel(c.code(), c.state(), "")).toList(),
        rule,
        askedOn,
        askAgainBy);
  }

  /** The state of a channel. */
  public State state(String channel) {
    return channels.stream()
        .filter(c -> c.code().equals(channel))
        .map(Channel::state)
        .findFirst()
        .orElse(State.NOT_ASKED);
  }
}
