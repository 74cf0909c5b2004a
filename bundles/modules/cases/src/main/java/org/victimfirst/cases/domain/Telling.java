package org.victimfirst.cases.domain;

import java.time.LocalDateTime;

/**
 * What one referral told about safe contact, and of which phone, email and address.
 *
 * @param at when it was received
 * @param message {@code yes}, {@code no} or {@code unknown}
 * @param write the same
 * @param preferred code of {@code preferred_contact}
 * @param person as the referrer told
 */
public record Telling(
    LocalDateTime at, String message, String write, String preferred, PersonDetails person) {
  /** What a referral tells. */
  public static Telling of(ReferralDetails referral, PersonDetails person) {
    return new Telling(
        referral.receivedAt(),
        referral.safeToLeaveMessage(),
        referral.safeToWrite(),
        referral.preferredContact(),
        person);
  }
}
