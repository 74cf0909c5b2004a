package org.victimfirst.cases.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.State;

/**
 * The gate before every contact. A channel that is not {@link State#YES} is shut. How the contact
 * is made and what happened may use a channel each, such as a call that ended with a voicemail:
 * both must be open. The one exception is a call that asks: where nothing was answered about calls,
 * or an answer that was not "no" has ended, somebody must ring to ask at all, so a call is open and
 * leaving a message is not.
 */
public final class ContactGate {
  /** A meeting face to face: no channel of the gate. */
  public static final String IN_PERSON = "in_person";

  private static final Verdict PASSED = new Verdict(true, "", State.YES);

  /** Shut before open, and among the shut ones "no" before "not asked". */
  private static final Comparator<Verdict> FIRMEST =
      Comparator.comparing(Verdict::open).thenComparing(verdict -> verdict.state() != State.NO);

  private ContactGate() {}

  /**
   * What the gate says.
   *
   * @param open whether the contact may be made
   * @param safeChannel the channel that decides: the one that is shut most firmly; empty for a
   *     meeting where nothing was left or sent and for a contact with the officer in the case
   * @param state its state
   */
  public record Verdict(boolean open, String safeChannel, State state) {}

  /**
   * Judges a contact.
   *
   * @param callEndedAsNo whether the last answer about calls was "no", even if it has ended
   * @param channel code of {@code contact_channel}, whose attribute {@code safe} names the channel
   *     of the gate, or {@link #IN_PERSON}
   * @param result code of {@code contact_result}, whose attribute {@code safe} names a channel that
   *     it uses as well
   */
  public static Verdict judge(
      AreaProfile profile,
      SafeContact safeContact,
      boolean callEndedAsNo,
      String channel,
      String result) {
    if (toOfficer(profile, result)) {
      return PASSED;
    }
    List<String> used = new ArrayList<>(2);
    attribute(profile, "contact_result", result).ifPresent(used::add);
    if (!channel.equals(IN_PERSON)) {
      used.add(attribute(profile, "contact_channel", channel).orElse(channel));
    }
    return used.stream()
        .map(safe -> verdict(safeContact, callEndedAsNo, safe))
        .min(FIRMEST)
        .orElse(PASSED);
  }

  private static Verdict verdict(SafeContact safeContact, boolean callEndedAsNo, String safe) {
    State state = safeContact.state(safe);
    boolean asking = safe.equals("call") && state == State.NOT_ASKED && !callEndedAsNo;
    return new Verdict(state == State.YES || asking, safe, state);
  }

  private static boolean toOfficer(AreaProfile profile, String result) {
    return profile
        .list("contact_result")
        .find(result)
        .flatMap(found -> found.attribute("facts"))
        .filter(facts -> facts.contains(ClosureRules.OFFICER_DID_NOT_RESPOND))
        .isPresent();
  }

  private static Optional<String> attribute(AreaProfile profile, String list, String code) {
    return profile.list(list).find(code).flatMap((Code found) -> found.attribute("safe"));
  }
}
