package org.victimfirst.security.internal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.domain.Secret;

/**
 * The hash of a row: SHA-256 over its fields in the order of the table, each as UTF-8 after its
 * length in four bytes, so that nothing can move from one field to the next. The time counts as
 * milliseconds since 1970; in rows of the first kind, as those of the local clock.
 */
final class RowHash {
  private RowHash() {}

  /** The hash that the row should bear, in hexadecimal. */
  static String of(AuditRow row) {
    MessageDigest digest = Secret.sha256();
    add(digest, "victimfirst audit row " + (row.time().localClock() ? 1 : 2));
    add(digest, Long.toString(row.id()));
    add(digest, Long.toString(row.time().millis()));
    add(digest, Long.toString(row.actorId()));
    add(digest, row.actorLogin());
    add(digest, row.actorKind());
    add(digest, row.origin());
    add(digest, row.requestId());
    add(digest, row.action());
    add(digest, row.subjectType());
    add(digest, Long.toString(row.subjectId()));
    add(digest, row.details());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
