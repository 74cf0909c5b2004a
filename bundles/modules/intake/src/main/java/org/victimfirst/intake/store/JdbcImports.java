package org.victimfirst.intake.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.job.Jobs;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Imports;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.ProblemCount;
import org.victimfirst.intake.domain.ProblemFilter;
import org.victimfirst.intake.domain.ReceivedFile;
import org.victimfirst.intake.domain.Severity;

/** Imports in the database. */
@Component(service = Imports.class)
public final class JdbcImports implements Imports {
  private static final int FETCH = 500;

  private final Database database;
  private final Ids ids;
  private final Jobs jobs;
  private final Audit audit;
  private final Clock clock = Clock.system(ZoneId.of("Europe/London"));

  /** Takes what it needs. */
  @Activate
  public JdbcImports(
      @Reference(target = "(victimfirst.module=intake)") Database database,
      @Reference Ids ids,
      @Reference Jobs jobs,
      @Reference Audit audit) {
    this.database = database;
    this.ids = ids;
    this.jobs = jobs;
    this.audit = audit;
  }

  @Override
  public long add(Call call, long importId, List<ReceivedFile> files, LocalDate keptUntil) {
    return database.write(
        connection -> {
          long job = jobs.submit(connection, IMPORT_JOB, importId);
          insertImport(connection, call, importId, job, keptUntil);
          insertFiles(connection, importId, files);
          audit.record(
              connection,
              call,
              "intake.import.received",
              "import",
              importId,
              Map.of("files", String.valueOf(files.size())));
          return job;
        });
  }

  private void insertImport(
      Connection connection, Call call, long importId, long job, LocalDate keptUntil)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into intake.extract_import (id, received_at, received_by, job_id, status,"
                + " message, extract_date_from, kept_until) values (?, ?, ?, ?, ?, '', '', ?)")) {
      insert.setLong(1, importId);
      insert.setTimestamp(
          2, Timestamp.valueOf(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)));
      insert.setString(3, call.actor().displayName());
      insert.setLong(4, job);
      insert.setString(5, ImportStatus.WAITING.code());
      insert.setDate(6, Date.valueOf(keptUntil));
      insert.executeUpdate();
    }
  }

  private void insertFiles(Connection connection, long importId, List<ReceivedFile> files)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into intake.import_file (id, import_id, place, name, sha256, size_bytes,"
                + " status, reason, encoding, cut_off, records, records_read, added, unchanged,"
                + " rejected, reported)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, '', false, 0, 0, 0, 0, 0, 0)")) {
      int place = 0;
      for (ReceivedFile file : files) {
        insert.setLong(1, ids.next());
        insert.setLong(2, importId);
        insert.setInt(3, ++place);
        insert.setString(4, file.name());
        insert.setString(5, file.sha256());
        insert.setLong(6, file.bytes());
        insert.setString(7, file.status().code());
        insert.setString(8, file.reason());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public Optional<Long> again(Call call, long importId) {
    if (find(importId).filter(head -> head.status() == ImportStatus.FAILED).isEmpty()) {
      return Optional.empty();
    }
    return database.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "update intake.extract_import set status = ?, message = '', ended_at = null"
                      + " where id = ? and status <> ?")) {
            update.setString(1, ImportStatus.WAITING.code());
            update.setLong(2, importId);
            update.setString(3, ImportStatus.DONE.code());
            if (update.executeUpdate() == 0) {
              return Optional.<Long>empty();
            }
          }
          long job = NewJob.submit(connection, jobs, importId);
          audit.record(
              connection, call, "intake.import.started_again", "import", importId, Map.of());
          return Optional.of(job);
        });
  }

  @Override
  public Optional<ImportHead> find(long importId) {
    return stored(importId).map(this::seen);
  }

  /** A job may have failed without a word of the handler: its node died again and again. */
  private ImportHead seen(ImportHead head) {
    return head.status().ended()
        ? head
        : jobs.find(head.jobId())
            .filter(job -> job.status().equals("failed"))
            .map(job -> head.failed(job.message()))
            .orElse(head);
  }

  private Optional<ImportHead> stored(long importId) {
    return database.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(ImportRows.HEAD + " where id = ?")) {
            query.setLong(1, importId);
            try (ResultSet row = query.executeQuery()) {
              return row.next() ? Optional.of(ImportRows.head(row)) : Optional.empty();
            }
          }
        });
  }

  @Override
  public List<ImportFile> files(long importId) {
    return database.read(
        connection -> {
          List<ImportFile> files = new ArrayList<>();
          try (PreparedStatement query =
              connection.prepareStatement(
                  ImportRows.FILE + " where import_id = ? order by place")) {
            query.setLong(1, importId);
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                files.add(ImportRows.file(row));
              }
            }
          }
          return files;
        });
  }

  @Override
  public Map<Long, Counts> totals(List<Long> importIds) {
    Map<Long, Counts> totals = new HashMap<>();
    return database.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select sum(added), sum(unchanged), sum(rejected), sum(reported)"
                      + " from intake.import_file where import_id = ?")) {
            for (Long importId : importIds) {
              query.setLong(1, importId);
              try (ResultSet row = query.executeQuery()) {
                row.next();
                totals.put(
                    importId,
                    new Counts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
              }
            }
          }
          return totals;
        });
  }

  @Override
  public Paged<ImportHead> list(int page, int size) {
    Paged<ImportHead> stored = database.read(connection -> list(connection, page, size));
    return new Paged<>(
        stored.items().stream().map(this::seen).toList(), page, size, stored.total());
  }

  private static Paged<ImportHead> list(Connection connection, int page, int size)
      throws SQLException {
    List<ImportHead> heads = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            ImportRows.HEAD
                + " order by received_at desc, id desc offset ? rows fetch next ? rows only")) {
      query.setInt(1, Paged.offset(page, size));
      query.setInt(2, size);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          heads.add(ImportRows.head(row));
        }
      }
    }
    try (PreparedStatement query =
            connection.prepareStatement("select count(*) from intake.extract_import");
        ResultSet row = query.executeQuery()) {
      row.next();
      return new Paged<>(heads, page, size, row.getLong(1));
    }
  }

  @Override
  public Paged<Problem> problems(long importId, ProblemFilter filter, int page, int size) {
    ProblemWhere where = new ProblemWhere(importId, filter);
    return database.read(
        connection -> {
          List<Problem> problems = new ArrayList<>();
          try (PreparedStatement query =
              connection.prepareStatement(
                  ImportRows.PROBLEM
                      + where.sql()
                      + ProblemWhere.ORDER
                      + " offset ? rows fetch next ? rows only")) {
            int at = where.set(query);
            query.setInt(at, Paged.offset(page, size));
            query.setInt(at + 1, size);
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                problems.add(ImportRows.problem(row));
              }
            }
          }
          try (PreparedStatement query =
              connection.prepareStatement(ProblemWhere.COUNT + where.sql())) {
            where.set(query);
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return new Paged<>(problems, page, size, row.getLong(1));
            }
          }
        });
  }

  @Override
  public void eachProblem(long importId, ProblemFilter filter, Consumer<Problem> taker) {
    ProblemWhere where = new ProblemWhere(importId, filter);
    database.write(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(ImportRows.PROBLEM + where.sql() + ProblemWhere.ORDER)) {
            query.setFetchSize(FETCH);
            where.set(query);
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                taker.accept(ImportRows.problem(row));
              }
            }
          }
          return importId;
        });
  }

  @Override
  public List<ProblemCount> problemCounts(long importId) {
    return database.read(
        connection -> {
          List<ProblemCount> counts = new ArrayList<>();
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select f.name, p.code, p.severity, count(*) from intake.problem p"
                      + " join intake.import_file f on f.id = p.file_id where p.import_id = ?"
                      + " group by f.place, f.name, p.code, p.severity"
                      + " order by f.place, p.severity, p.code")) {
            query.setLong(1, importId);
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                counts.add(
                    new ProblemCount(
                        row.getString(1),
                        row.getString(2),
                        Severity.of(row.getString(3)),
                        row.getLong(4)));
              }
            }
          }
          return counts;
        });
  }
}
