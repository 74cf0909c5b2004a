package org.victimfirst.reporting.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.reporting.domain.Release;
import org.victimfirst.reporting.domain.ReleaseStore;

/** Releases in {@code reporting.release}; the span from the contract of the case facts. */
@Component
public final class JdbcReleaseStore implements ReleaseStore {
  private static final String INSERT =
      "INSERT INTO reporting.release (id, report, period_from, period_to, format, withheld, made_at,"
          + " made_by, content_sha256) VALUES (?, 'quarterly', ?, ?, ?, ?, ?, ?, ?)";

  private static final String SPAN =
      "SELECT MIN(closed_on), MAX(closed_on) FROM cases.case_fact WHERE closed_on IS NOT NULL";

  private final Ids ids;

  /** With ids for its rows. */
  @Activate
  public JdbcReleaseStore(@Reference Ids ids) {
    this.ids = ids;
  }

  @Override
  public long keep(Connection connection, Release release) throws SQLException {
    long id = ids.next();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, id);
      insert.setDate(2, Date.valueOf(release.period().from()));
      insert.setDate(3, Date.valueOf(release.period().to()));
      insert.setString(4, release.format());
      insert.setInt(5, release.withheld() ? 1 : 0);
      insert.setTimestamp(6, Timestamp.valueOf(release.madeAt()));
      insert.setString(7, release.madeBy());
      insert.setString(8, release.sha256());
      insert.executeUpdate();
    }
    return id;
  }

  @Override
  public Optional<Span> span(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SPAN);
        ResultSet row = select.executeQuery()) {
      row.next();
      Date first = row.getDate(1);
      Date last = row.getDate(2);
      return first == null || last == null
          ? Optional.empty()
          : Optional.of(new Span(first.toLocalDate(), last.toLocalDate()));
    }
  }
}
