package org.victimfirst.needs.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Draws a sample that anybody can draw again, in any language: each case gets the SHA-256 of the
 * text {@code SEED:CASE_ID} (decimal numbers, ASCII); the cases with the smallest hashes, compared
 * byte by byte as unsigned numbers, are the sample, in that order.
 *
 * <p>So the order in which cases are given does not matter, and a larger sample of the same seed
 * begins with the smaller one.
 */
public final class SampleDraw {
  /** Name of this way of drawing. Another way has another name. */
  public static final String ALGORITHM = "sha256-smallest-1";

  private SampleDraw() {}

  /** The sample: all cases when there are no more than asked for. */
  public static List<Long> draw(long seed, int size, Collection<Long> eligible) {
    MessageDigest sha256 = sha256();
    return eligible.stream()
        .map(id -> new Ticket(id, hash(sha256, seed, id)))
        .sorted(Comparator.comparing(Ticket::hash, Arrays::compareUnsigned))
        .limit(size)
        .map(Ticket::caseId)
        .toList();
  }

  private static byte[] hash(MessageDigest sha256, long seed, long caseId) {
    return sha256.digest((seed + ":" + caseId).getBytes(StandardCharsets.US_ASCII));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Ticket(long caseId, byte[] hash) {}
}
