package org.victimfirst.security.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.victimfirst.security.internal.audit.Members.Member;
import org.victimfirst.security.internal.audit.Seal.Head;
import org.victimfirst.security.internal.audit.SealTable.Full;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.domain.AuditVerifier.Finding;
import org.victimfirst.security.internal.domain.AuditVerifier.Kind;
import org.victimfirst.security.internal.domain.AuditVerifier.Report;

/** One check of everything: the chain of seals, and every row against the seal that holds it. */
final class Verification {
  private static final Duration UNSEALED_AT_MOST = Duration.ofMinutes(1);
  private static final int MOST_FINDINGS = 1000;
  private static final int SEALS_AT_ONCE = 20;
  private static final int ROWS_AT_ONCE = 2000;

  private final SealTable seals;
  private final AuditTable audit;
  private final Instant overdue;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<Long, String> late = new HashMap<>();
  private final Set<Long> lateSeen = new HashSet<>();
  private long findingCount;
  private long sealsChecked;
  private long rowsChecked;
  private long rowsWaiting;

  Verification(Connection connection, Clock clock) {
    this.seals = new SealTable(connection);
    this.audit = new AuditTable(connection);
    this.overdue = clock.instant().minus(UNSEALED_AT_MOST);
  }

  Report run() throws SQLException {
    Head head = seals.head();
    for (Full seal : seals.late()) {
      seal.members().forEach(member -> late.put(member.id(), member.rowHash()));
    }
    Head walked = walk(head);
    if (walked.number() != head.number() || !walked.hash().equals(head.hash())) {
      broken(walked.number() + 1, "The last seals are gone or were made anew");
    }
    checkLateRows();
    checkUnsealed(walked.toId());
    return new Report(
        sealsChecked, rowsChecked, rowsWaiting, findingCount, findings, head.number(), head.hash());
  }

  /**
   * Follows the chain to the head that was read first: what is sealed meanwhile is for next time.
   */
  private Head walk(Head head) throws SQLException {
    Head at = new Head(0, Seal.NO_HASH, 0, head.closedNumber());
    while (true) {
      List<Full> some = seals.after(at.number(), SEALS_AT_ONCE);
      if (some.isEmpty()) {
        return at;
      }
      for (Full full : some) {
        if (full.seal().number() > head.number()) {
          return at;
        }
        at = check(at, full);
      }
    }
  }

  private Head check(Head before, Full full) throws SQLException {
    Seal seal = full.seal();
    sealsChecked++;
    if (seal.number() != before.number() + 1) {
      broken(before.number() + 1, "Seals are missing up to number " + (seal.number() - 1));
    } else if (!seal.previousHash().equals(before.hash())) {
      broken(seal.number(), "Does not follow the seal before");
    }
    if (!seal.hash().equals(seal.expectedHash())) {
      broken(seal.number(), "Was changed");
    }
    if (seal.rowCount() != full.members().size()
        || !seal.root().equals(Members.root(full.members()))) {
      broken(seal.number(), "Its list of rows was changed");
    }
    if (seal.late()) {
      return new Head(seal.number(), seal.hash(), before.toId(), before.closedNumber());
    }
    if (seal.number() == before.number() + 1 && seal.fromId() != before.toId() + 1) {
      broken(seal.number(), "Its range does not follow the range before");
    }
    checkRange(seal, full.members(), seal.number() <= before.closedNumber());
    return new Head(seal.number(), seal.hash(), seal.toId(), before.closedNumber());
  }

  /** Walks through the rows of a range and what was sealed of it, both by id. */
  private void checkRange(Seal seal, List<Member> members, boolean closed) throws SQLException {
    int next = 0;
    long after = seal.fromId() - 1;
    while (true) {
      List<AuditRow> rows = audit.rows(after, seal.toId(), ROWS_AT_ONCE);
      for (AuditRow row : rows) {
        while (next < members.size() && members.get(next).id() < row.id()) {
          missing(members.get(next++).id());
        }
        if (next < members.size() && members.get(next).id() == row.id()) {
          compare(row, members.get(next++).rowHash());
        } else {
          extra(row, closed);
        }
        after = row.id();
      }
      if (rows.size() < ROWS_AT_ONCE) {
        break;
      }
    }
    while (next < members.size()) {
      missing(members.get(next++).id());
    }
  }

  private void compare(AuditRow row, String sealed) {
    rowsChecked++;
    if (!row.rowHash().equals(sealed) || !RowHash.of(row).equals(sealed)) {
      found(Kind.CHANGED, row.id(), "Is not what was sealed");
    }
  }

  /** A row that its range's seal does not hold: sealed late, about to be, or put in afterwards. */
  private void extra(AuditRow row, boolean closed) {
    @Nullable String sealed = late.get(row.id());
    if (sealed != null) {
      lateSeen.add(row.id());
      compare(row, sealed);
    } else if (closed) {
      rowsChecked++;
      found(Kind.INSERTED, row.id(), "Was not there when its time was sealed");
    } else {
      waiting(row);
    }
  }

  private void checkLateRows() {
    late.keySet().stream().filter(id -> !lateSeen.contains(id)).sorted().forEach(this::missing);
  }

  private void checkUnsealed(long sealedTo) throws SQLException {
    long after = sealedTo;
    List<AuditRow> rows;
    do {
      rows = audit.rows(after, Long.MAX_VALUE, ROWS_AT_ONCE);
      for (AuditRow row : rows) {
        waiting(row);
        after = row.id();
        if (row.time().instant().isBefore(overdue)) {
          found(Kind.UNSEALED, row.id(), "Should have been sealed long ago");
        }
      }
    } while (rows.size() == ROWS_AT_ONCE);
  }

  private void waiting(AuditRow row) {
    rowsChecked++;
    rowsWaiting++;
    if (!row.rowHash().equals(RowHash.of(row))) {
      found(Kind.CHANGED, row.id(), "Is not what was written");
    }
  }

  private void missing(long id) {
    found(Kind.MISSING, id, "Was sealed and is gone");
  }

  private void broken(long number, String what) {
    found(Kind.BROKEN_CHAIN, number, what);
  }

  private void found(Kind kind, long id, String what) {
    findingCount++;
    if (findings.size() < MOST_FINDINGS) {
      findings.add(new Finding(kind, id, what));
    }
  }
}
