package org.victimfirst.security.internal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.victimfirst.security.internal.audit.Members.Member;
import org.victimfirst.security.internal.domain.Secret;

/**
 * A link of the chain.
 *
 * @param number from 1, without gaps
 * @param kind {@link #RANGE}: the next ids; {@link #LATE}: rows that were committed late into
 *     ranges that had been sealed
 * @param fromId first id of the range, right after the range before; of a late seal its first row
 * @param toId last id
 * @param rowCount rows that it holds
 * @param root of the Merkle tree over them
 * @param previousHash hash of the seal before
 * @param hash over all of these
 * @param sealedAt milliseconds since 1970
 */
record Seal(
    long number,
    String kind,
    long fromId,
    long toId,
    int rowCount,
    String root,
    String previousHash,
    String hash,
    long sealedAt) {
  static final String RANGE = "range";
  static final String LATE = "late";

  /** Stands before the first seal. */
  static final String NO_HASH = "0".repeat(64);

  /** The next link after a head. */
  static Seal next(
      Head head, String kind, long fromId, long toId, List<Member> members, long sealedAt) {
    Seal open =
        new Seal(
            head.number() + 1,
            kind,
            fromId,
            toId,
            members.size(),
            Members.root(members),
            head.hash(),
            "",
            sealedAt);
    return new Seal(
        open.number,
        open.kind,
        open.fromId,
        open.toId,
        open.rowCount,
        open.root,
        open.previousHash,
        open.expectedHash(),
        open.sealedAt);
  }

  /** The hash that it should bear. */
  String expectedHash() {
    String fields =
        String.join(
            "|",
            "victimfirst audit seal 1",
            Long.toString(number),
            kind,
            Long.toString(fromId),
            Long.toString(toId),
            Integer.toString(rowCount),
            root,
            previousHash,
            Long.toString(sealedAt));
    MessageDigest digest = Secret.sha256();
    return HexFormat.of().formatHex(digest.digest(fields.getBytes(StandardCharsets.UTF_8)));
  }

  boolean late() {
    return kind.equals(LATE);
  }

  /**
   * The end of the chain.
   *
   * @param number of the last seal, 0 when there is none
   * @param hash its hash
   * @param toId last id of all ranges
   * @param closedNumber last seal whose range takes no late rows any more
   */
  record Head(long number, String hash, long toId, long closedNumber) {}
}
