package org.victimfirst.cases.domain;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A referral that gave other ways to reach the person than those stored, and that nobody has
 * compared with them yet. Personal data.
 *
 * @param referralId the referral's id
 * @param receivedAt local time
 * @param source code of {@code referral_source}
 * @param person as the referrer told
 * @param ways those that differ: {@code phone}, {@code email}, {@code address}
 */
public record OtherDetails(
    long referralId,
    LocalDateTime receivedAt,
    String source,
    PersonDetails person,
    List<String> ways) {
  /** Copies the list. */
  public OtherDetails {
    ways = List.copyOf(ways);
  }
}
