package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseFacts;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.needs.domain.ClosedCaseFacts;
import org.victimfirst.needs.domain.ImpactSample;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.SampleHead;
import org.victimfirst.needs.domain.SampleStore;

/** Samples in {@code needs.impact_sample} and {@code needs.sampled_case}. */
@Component
public final class JdbcSampleStore implements SampleStore {
  private static final String HEADS =
      "select s.id, s.drawn_on, s.drawn_by, s.period_from, s.period_to, s.seed, s.sample_size,"
          + " s.eligible, s.algorithm,"
          + " (select count(*) from needs.sampled_case c where c.sample_id = s.id)"
          + " from needs.impact_sample s ";

  private static final String PAGE =
      HEADS + "order by s.drawn_on desc, s.id desc offset ? rows fetch next ? rows only";

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final ClosedCaseFacts closed;
  private final CaseFacts caseFacts;

  /** For the platform. */
  @Activate
  public JdbcSampleStore(
      @Reference(target = "(victimfirst.module=needs)") Database database,
      @Reference Ids ids,
      @Reference Audit audit,
      @Reference ClosedCaseFacts closed,
      @Reference CaseFacts caseFacts) {
    this.database = database;
    this.ids = ids;
    this.audit = audit;
    this.closed = closed;
    this.caseFacts = caseFacts;
  }

  @Override
  public List<NeedFact> complete(LocalDate from, LocalDate to) {
    return database.read(
        connection ->
            closed.enhanced(connection, caseFacts.codeBook(connection), from, to).stream()
                .filter(NeedFact::complete)
                .toList());
  }

  @Override
  public List<NeedFact> facts(List<Long> caseIds) {
    return database.read(connection -> NeedFacts.of(connection, caseIds));
  }

  @Override
  public ImpactSample add(Call call, ImpactSample sample) {
    return database.write(
        connection -> {
          ImpactSample stored =
              new ImpactSample(
                  ids.next(), sample.drawnOn(), sample.drawnBy(), sample.draw(), sample.caseIds());
          insertHead(connection, stored);
          insertCases(connection, stored);
          audit.record(
              connection, call, "needs.sample.drawn", "needs_sample", stored.id(), Map.of());
          return stored;
        });
  }

  @Override
  public Optional<ImpactSample> find(long id) {
    return database.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HEADS + "where s.id = ?")) {
            select.setLong(1, id);
            List<SampleHead> found = heads(select);
            return found.isEmpty()
                ? Optional.empty()
                : Optional.of(whole(connection, found.get(0)));
          }
        });
  }

  @Override
  public List<SampleHead> heads(int offset, int most) {
    return database.read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setInt(1, offset);
            select.setInt(2, most);
            return heads(select);
          }
        });
  }

  @Override
  public long count() {
    return database.read(
        connection -> {
          try (PreparedStatement select =
                  connection.prepareStatement("select count(*) from needs.impact_sample");
              ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** Inserts the head of a sample. */
  static void insertHead(Connection connection, ImpactSample sample) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into needs.impact_sample (id, kind, drawn_on, drawn_by, period_from,"
                + " period_to, seed, sample_size, eligible, algorithm)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      ImpactSample.Draw draw = sample.draw();
      insert.setLong(1, sample.id());
      insert.setString(2, draw == null ? "given" : "drawn");
      insert.setDate(3, Date.valueOf(sample.drawnOn()));
      insert.setString(4, sample.drawnBy());
      if (draw == null) {
        insert.setNull(5, Types.DATE);
        insert.setNull(6, Types.DATE);
        insert.setNull(7, Types.BIGINT);
        insert.setInt(8, 0);
        insert.setNull(9, Types.INTEGER);
        insert.setString(10, "");
      } else {
        insert.setDate(5, Date.valueOf(draw.from()));
        insert.setDate(6, Date.valueOf(draw.to()));
        insert.setLong(7, draw.seed());
        insert.setInt(8, draw.size());
        insert.setInt(9, draw.eligible());
        insert.setString(10, draw.algorithm());
      }
      insert.executeUpdate();
    }
  }

  private static void insertCases(Connection connection, ImpactSample sample) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into needs.sampled_case (case_id, sample_id, place, no_change_reason)"
                + " values (?, ?, ?, '')")) {
      int place = 0;
      for (Long caseId : sample.caseIds()) {
        place++;
        insert.setLong(1, caseId);
        insert.setLong(2, sample.id());
        insert.setInt(3, place);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static List<SampleHead> heads(PreparedStatement select) throws SQLException {
    List<SampleHead> heads = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        heads.add(
            new SampleHead(
                rows.getLong(1),
                rows.getDate(2).toLocalDate(),
                rows.getString(3),
                draw(rows),
                rows.getInt(10)));
      }
    }
    return heads;
  }

  private static ImpactSample whole(Connection connection, SampleHead head) throws SQLException {
    return new ImpactSample(
        head.id(), head.drawnOn(), head.drawnBy(), head.draw(), caseIds(connection, head.id()));
  }

  private static ImpactSample.@Nullable Draw draw(ResultSet rows) throws SQLException {
    Date from = rows.getDate(4);
    Date to = rows.getDate(5);
    return from == null || to == null
        ? null
        : new ImpactSample.Draw(
            from.toLocalDate(),
            to.toLocalDate(),
            rows.getLong(6),
            rows.getInt(7),
            rows.getInt(8),
            rows.getString(9));
  }

  private static List<Long> caseIds(Connection connection, long sampleId) throws SQLException {
    List<Long> caseIds = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select case_id from needs.sampled_case where sample_id = ? order by place")) {
      select.setLong(1, sampleId);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          caseIds.add(rows.getLong(1));
        }
      }
    }
    return caseIds;
  }
}
