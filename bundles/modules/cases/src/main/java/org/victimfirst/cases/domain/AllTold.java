package org.victimfirst.cases.domain;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * What a person's referrals told about safe contact, all together. A "no" always counts. A "yes" is
 * about the phone, email and address that came with it, so it counts only while these are the
 * person's; and a newer referral that gives another one takes an older "yes" away.
 *
 * @param message whether it is safe to leave a message; about the phone
 * @param write whether it is safe to write; about the address
 * @param preferred the way that the person prefers; about the phone, or about the email where the
 *     same referral says that it is safe to write
 */
public record AllTold(Told message, Told write, Told preferred) {
  /** No referral told anything. */
  public static final AllTold NOTHING = new AllTold(Told.NOTHING, Told.NOTHING, Told.NOTHING);

  /** What referrals told, by the ways to reach the person as they are now. */
  public static AllTold of(List<Telling> tellings, PersonDetails now) {
    AllTold all = NOTHING;
    for (Telling one : tellings.stream().sorted(Comparator.comparing(Telling::at)).toList()) {
      all = all.and(one, now);
    }
    return all;
  }

  private AllTold and(Telling one, PersonDetails now) {
    List<String> others = ContactWays.others(one.person(), now);
    boolean phone = ContactWays.same("phone", one.person(), now);
    boolean email = ContactWays.same("email", one.person(), now);
    boolean address = ContactWays.same("address", one.person(), now);
    return new AllTold(
        answer(message, one.message(), one.at(), phone, others.contains("phone")),
        answer(write, one.write(), one.at(), address, others.contains("address")),
        preference(one, phone, email && one.write().equals("yes"), others));
  }

  private static Told answer(
      Told before, String answer, LocalDateTime at, boolean same, boolean another) {
    if (same || answer.equals("no")) {
      return before.and(answer, at);
    }
    return another && before.answer().equals("yes") ? before.endedBy(at) : before;
  }

  private Told preference(Telling one, boolean phone, boolean email, List<String> others) {
    Told left = others.contains(way(preferred.answer())) ? preferred.endedBy(one.at()) : preferred;
    String way = way(one.preferred());
    boolean same =
        way.isEmpty() || (way.equals("phone") && phone) || (way.equals("email") && email);
    return same ? left.and(one.preferred(), one.at()) : left;
  }

  /** What a preferred way opens; empty where it opens nothing. */
  private static String way(String preferred) {
    return switch (preferred) {
      case "phone", "text" -> "phone";
      case "email" -> "email";
      default -> "";
    };
  }

  /** The answers, each as asked on the day on which it was told. */
  public List<PermissionEntry> answers(int validDays) {
    return ReferrerAnswers.read(message, write, preferred, validDays);
  }
}
