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
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.job.JobStoppedException;
import org.victimfirst.api.job.Jobs;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.ImportProgress;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;

/** The progress of imports in the database. */
@Component(service = ImportProgress.class)
public final class JdbcProgress implements ImportProgress {
  private final Database database;
  private final Ids ids;
  private final Jobs jobs;
  private final Clock clock = Clock.system(ZoneId.of("Europe/London"));

  /** Takes what it needs. */
  @Activate
  public JdbcProgress(
      @Reference(target = "(victimfirst.module=intake)") Database database,
      @Reference Ids ids,
      @Reference Jobs jobs) {
    this.database = database;
    this.ids = ids;
    this.jobs = jobs;
  }

  @Override
  public void running(long importId) {
    update(
        "update intake.extract_import set status = ?, message = '', ended_at = null,"
            + " started_at = coalesce(started_at, ?) where id = ?",
        ImportStatus.RUNNING.code(),
        now(),
        importId);
  }

  @Override
  public void extractDate(long importId, LocalDate date, String from) {
    update(
        "update intake.extract_import set extract_date = ?, extract_date_from = ? where id = ?",
        Date.valueOf(date),
        from,
        importId);
  }

  @Override
  public void done(long importId, long jobId, LocalDate keptUntil) {
    database.write(
        connection -> {
          ProblemRows.countReported(connection, importId);
          // A person who was erased meanwhile is still named in the files.
          set(
              connection,
              "update intake.extract_import set kept_until = cast(? as date)"
                  + " where id = ? and erased_at is null",
              Date.valueOf(keptUntil),
              importId);
          return ended(connection, importId, jobId, ImportStatus.DONE, "");
        });
  }

  @Override
  public void failed(long importId, long jobId, String message) {
    database.write(connection -> ended(connection, importId, jobId, ImportStatus.FAILED, message));
  }

  /** With another job the import goes on: a module arrived since this one began. */
  private int ended(
      Connection connection, long importId, long jobId, ImportStatus status, String message)
      throws SQLException {
    return set(
        connection,
        "update intake.extract_import set status = ?, message = ?, ended_at = ?"
            + " where id = ? and job_id = ?",
        status.code(),
        message,
        now(),
        importId,
        jobId);
  }

  @Override
  public void file(ImportFile file, List<Problem> problems) {
    database.write(
        connection -> {
          // A file that waited for its module is read through again and says the same again.
          ProblemRows.deleteOfFile(connection, file.id(), problems);
          checkpoint(connection, file, file.read(), problems);
          return file;
        });
  }

  @Override
  public void checkpoint(Connection connection, ImportFile file, long from, List<Problem> problems)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update intake.import_file set status = ?, reason = ?, encoding = ?, cut_off = ?,"
                + " records = ?, records_read = ?, added = ?, unchanged = ?, rejected = ?,"
                + " reported = ?, loaded_at = ? where id = ? and records_read = ?")) {
      update.setString(1, file.status().code());
      update.setString(2, file.reason());
      update.setString(3, file.form().encoding());
      update.setBoolean(4, file.form().cutOff());
      update.setLong(5, file.records());
      update.setLong(6, file.read());
      update.setLong(7, file.counts().added());
      update.setLong(8, file.counts().unchanged());
      update.setLong(9, file.counts().rejected());
      update.setLong(10, file.counts().reported());
      update.setTimestamp(11, file.status() == FileStatus.LOADED ? now() : null);
      update.setLong(12, file.id());
      update.setLong(13, from);
      if (update.executeUpdate() == 0) {
        throw new JobStoppedException("Another run goes on with this import");
      }
    }
    if (!problems.isEmpty()) {
      insert(connection, file, problems);
    }
  }

  private void insert(Connection connection, ImportFile file, List<Problem> problems)
      throws SQLException {
    ProblemRows.insert(
        connection, ids, new ProblemRows.Place(file.importId(), file.id(), file.place()), problems);
  }

  @Override
  public void earlier(Connection connection, long importId, List<Problem> problems)
      throws SQLException {
    if (!problems.isEmpty()) {
      ProblemRows.earlier(connection, ids, importId, problems);
    }
  }

  @Override
  public boolean rejected(Connection connection, long importId, String file, String key)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select f.status, (select count(*) from intake.problem p where p.file_id = f.id"
                + " and p.row_key = ? and p.severity = ?)"
                + " from intake.import_file f where f.import_id = ? and f.name = ?")) {
      query.setString(1, key);
      query.setString(2, Severity.REJECTED.code());
      query.setLong(3, importId);
      query.setString(4, file);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            && (row.getString(1).equals(FileStatus.REFUSED.code()) || row.getInt(2) > 0);
      }
    }
  }

  @Override
  public Optional<LocalDate> loadedBefore(ImportFile file) {
    return database.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select max(loaded_at) from intake.import_file"
                      + " where sha256 = ? and name = ? and import_id <> ?")) {
            query.setString(1, file.sha256());
            query.setString(2, file.name());
            query.setLong(3, file.importId());
            try (ResultSet row = query.executeQuery()) {
              row.next();
              Timestamp last = row.getTimestamp(1);
              return Optional.ofNullable(last).map(at -> at.toLocalDateTime().toLocalDate());
            }
          }
        });
  }

  @Override
  public int moduleArrived(String fileName) {
    return database.write(
        connection -> {
          List<Long> waiting = waiting(connection, fileName);
          int taken = 0;
          for (Long importId : waiting) {
            try (PreparedStatement update =
                connection.prepareStatement(
                    "update intake.import_file set status = ?, reason = ''"
                        + " where import_id = ? and name = ? and status = ?")) {
              update.setString(1, FileStatus.WAITING.code());
              update.setLong(2, importId);
              update.setString(3, fileName);
              update.setString(4, FileStatus.NO_MODULE.code());
              if (update.executeUpdate() > 0) {
                NewJob.submit(connection, jobs, importId);
                taken++;
              }
            }
          }
          return taken;
        });
  }

  private static List<Long> waiting(Connection connection, String fileName) throws SQLException {
    return longs(
        connection,
        "select import_id from intake.import_file where status = ? and name = ? order by import_id",
        FileStatus.NO_MODULE.code(),
        fileName);
  }

  @Override
  public List<Long> due(LocalDate today) {
    return database.read(
        connection ->
            longs(
                connection,
                "select id from intake.extract_import"
                    + " where kept_until < ? and files_deleted_at is null",
                Date.valueOf(today)));
  }

  @Override
  public void filesDeleted(long importId) {
    database.write(
        connection -> {
          set(
              connection,
              "update intake.extract_import set files_deleted_at = ? where id = ?",
              now(),
              importId);
          set(
              connection,
              "update intake.import_file set status = ?, reason = ?"
                  + " where import_id = ? and status = ?",
              FileStatus.EXPIRED.code(),
              "It was deleted before the module that takes it was installed. Send it again.",
              importId,
              FileStatus.NO_MODULE.code());
          return importId;
        });
  }

  private static List<Long> longs(Connection connection, String sql, Object... parameters)
      throws SQLException {
    List<Long> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(row.getLong(1));
        }
      }
    }
    return found;
  }

  private void update(String sql, Object... parameters) {
    database.write(connection -> set(connection, sql, parameters));
  }

  private static int set(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        update.setObject(i + 1, parameters[i]);
      }
      return update.executeUpdate();
    }
  }

  private Timestamp now() {
    return Timestamp.valueOf(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
  }
}
