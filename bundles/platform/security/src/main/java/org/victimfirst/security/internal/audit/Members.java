package org.victimfirst.security.internal.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.victimfirst.security.internal.domain.Secret;

/** The rows that a seal holds, in the order of their ids, each with its hash. */
final class Members {
  private static final int BYTES_EACH = 8 + 32;

  private Members() {}

  /** One row. */
  record Member(long id, String rowHash) {}

  /** As stored in the seal: forty bytes each. */
  static byte[] encode(List<Member> members) {
    ByteBuffer buffer = ByteBuffer.allocate(members.size() * BYTES_EACH);
    for (Member member : members) {
      buffer.putLong(member.id());
      buffer.put(HexFormat.of().parseHex(member.rowHash()));
    }
    return buffer.array();
  }

  /** What was stored; empty when it cannot be read. */
  static List<Member> decode(byte[] stored) {
    List<Member> members = new ArrayList<>(stored.length / BYTES_EACH);
    ByteBuffer buffer = ByteBuffer.wrap(stored);
    byte[] hash = new byte[32];
    while (buffer.remaining() >= BYTES_EACH) {
      long id = buffer.getLong();
      buffer.get(hash);
      members.add(new Member(id, HexFormat.of().formatHex(hash)));
    }
    return members;
  }

  /**
   * Root of the Merkle tree over the rows. Leaves and nodes are told apart by a first byte; a node
   * without a partner moves up as it is.
   */
  static String root(List<Member> members) {
    MessageDigest digest = Secret.sha256();
    List<byte[]> level = new ArrayList<>(members.size());
    for (Member member : members) {
      digest.update((byte) 0);
      digest.update(ByteBuffer.allocate(8).putLong(member.id()).array());
      level.add(digest.digest(HexFormat.of().parseHex(member.rowHash())));
    }
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>(level.size() / 2 + 1);
      for (int i = 0; i + 1 < level.size(); i += 2) {
        digest.update((byte) 1);
        digest.update(level.get(i));
        above.add(digest.digest(level.get(i + 1)));
      }
      if (level.size() % 2 == 1) {
        above.add(level.get(level.size() - 1));
      }
      level = above;
    }
    return level.isEmpty() ? Seal.NO_HASH : HexFormat.of().formatHex(level.get(0));
  }
}
