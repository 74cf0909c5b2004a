package org.victimfirst.reporting.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.ReferralFact;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/** The counting of one section: what it throws ends with it. */
final class Counting {
  private static final Logger LOG = LoggerFactory.getLogger(Counting.class);

  private final ReportSection section;
  private ReportSection.@Nullable Counter counter;

  private Counting(ReportSection section, ReportSection.@Nullable Counter counter) {
    this.section = section;
    this.counter = counter;
  }

  static Counting begin(ReportSection section, ReportRun run) throws SQLException {
    Connection connection = run.connection();
    // PostgreSQL refuses the rest of a transaction in which a statement failed.
    Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
    try {
      Counting counting = new Counting(section, section.begin(run));
      if (before != null) {
        connection.releaseSavepoint(before);
      }
      return counting;
    } catch (SQLException | RuntimeException | LinkageError e) {
      if (before != null) {
        connection.rollback(before);
      }
      Counting counting = new Counting(section, null);
      counting.failed(e);
      return counting;
    }
  }

  ReportSection section() {
    return section;
  }

  boolean counts(String method, Class<?> fact) {
    ReportSection.Counter counting = counter;
    if (counting == null) {
      return false;
    }
    try {
      return counting.getClass().getMethod(method, fact).getDeclaringClass()
          != ReportSection.Counter.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("A counter has no method " + method, e);
    }
  }

  void closed(CaseFact fact) {
    ReportSection.Counter counting = counter;
    if (counting != null) {
      try {
        counting.closed(fact);
      } catch (RuntimeException | LinkageError e) {
        failed(e);
      }
    }
  }

  void received(ReferralFact fact) {
    ReportSection.Counter counting = counter;
    if (counting != null) {
      try {
        counting.received(fact);
      } catch (RuntimeException | LinkageError e) {
        failed(e);
      }
    }
  }

  @Nullable Section end(Totals totals) {
    ReportSection.Counter counting = counter;
    if (counting == null) {
      return null;
    }
    try {
      return counting.end(totals);
    } catch (RuntimeException | LinkageError e) {
      failed(e);
      return null;
    }
  }

  private void failed(Throwable cause) {
    counter = null;
    LOG.error("The report's section {} failed", section.key(), cause);
  }
}
