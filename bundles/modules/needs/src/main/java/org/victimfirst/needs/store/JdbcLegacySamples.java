package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.needs.domain.ImpactSample;
import org.victimfirst.needs.domain.LegacySamples;
import org.victimfirst.needs.domain.NeedFact;

/** Samples of the legacy extract: one sample of the kind given for each day of drawing. */
@Component
public final class JdbcLegacySamples implements LegacySamples {
  private static final String OF_CASES =
      "select s.case_id, p.drawn_on, s.no_change_reason, s.legacy_key, s.legacy_hash,"
          + " s.import_id"
          + " from needs.sampled_case s join needs.impact_sample p on p.id = s.sample_id"
          + " where p.kind = 'given' and s.case_id in "
          + InList.MARKS;

  private static final String LOADED =
      "select legacy_key from needs.sampled_case where legacy_key in " + InList.MARKS;

  private static final String SAMPLE =
      "select p.id, coalesce(max(s.place), 0) from needs.impact_sample p"
          + " left join needs.sampled_case s on s.sample_id = p.id"
          + " where p.kind = 'given' and p.drawn_on = ? group by p.id";

  private static final String INSERT =
      "insert into needs.sampled_case (case_id, sample_id, place, no_change_reason, legacy_key,"
          + " legacy_hash, import_id) values (?, ?, ?, ?, ?, ?, ?)";

  private final Ids ids;

  /** For the platform. */
  @Activate
  public JdbcLegacySamples(@Reference Ids ids) {
    this.ids = ids;
  }

  @Override
  public Map<Long, Row> ofCases(Connection connection, Collection<Long> caseIds)
      throws SQLException {
    Map<Long, Row> cases = new HashMap<>();
    for (List<Long> part : InList.parts(caseIds)) {
      try (PreparedStatement select = connection.prepareStatement(OF_CASES)) {
        InList.setLongs(select, part);
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            cases.put(
                rows.getLong(1),
                new Row(
                    rows.getLong(1),
                    rows.getDate(2).toLocalDate(),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getLong(5),
                    rows.getLong(6)));
          }
        }
      }
    }
    return cases;
  }

  @Override
  public Set<String> loaded(Connection connection, Collection<String> keys) throws SQLException {
    return InList.present(connection, LOADED, keys);
  }

  @Override
  public Set<Long> assessed(Connection connection, Collection<Long> caseIds) throws SQLException {
    return NeedFacts.of(connection, caseIds).stream()
        .filter(fact -> fact.start() != null || fact.end() != null)
        .map(NeedFact::caseId)
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Override
  public void add(Connection connection, List<Row> rows) throws SQLException {
    Map<LocalDate, List<Row>> days = rows.stream().collect(Collectors.groupingBy(Row::drawnOn));
    for (Map.Entry<LocalDate, List<Row>> day : days.entrySet()) {
      Place place = sample(connection, day.getKey());
      insert(connection, place, day.getValue());
    }
  }

  private Place sample(Connection connection, LocalDate drawnOn) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SAMPLE)) {
      select.setDate(1, Date.valueOf(drawnOn));
      try (ResultSet rows = select.executeQuery()) {
        if (rows.next()) {
          return new Place(rows.getLong(1), rows.getInt(2));
        }
      }
    }
    ImpactSample sample = new ImpactSample(ids.next(), drawnOn, "", null, List.of());
    JdbcSampleStore.insertHead(connection, sample);
    return new Place(sample.id(), 0);
  }

  private static void insert(Connection connection, Place place, List<Row> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      int last = place.last();
      for (Row row : rows) {
        last++;
        insert.setLong(1, row.caseId());
        insert.setLong(2, place.sampleId());
        insert.setInt(3, last);
        insert.setString(4, row.noChangeReason());
        insert.setString(5, row.key());
        insert.setLong(6, row.hash());
        insert.setLong(7, row.importId());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private record Place(long sampleId, int last) {}
}
