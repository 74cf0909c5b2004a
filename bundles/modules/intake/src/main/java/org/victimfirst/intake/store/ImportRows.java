package org.victimfirst.intake.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;

/** Reads rows of the module's tables. */
final class ImportRows {
  static final String HEAD =
      "select id, received_at, received_by, job_id, status, message, extract_date,"
          + " extract_date_from, started_at, ended_at, kept_until, files_deleted_at"
          + " from intake.extract_import";
  static final String FILE =
      "select id, import_id, place, name, sha256, size_bytes, status, reason, encoding, cut_off,"
          + " records, records_read, added, unchanged, rejected, reported from intake.import_file";
  static final String PROBLEM =
      "select f.name, p.record_no, p.line_no, p.row_key, p.column_name, p.code, p.severity,"
          + " p.sentence from intake.problem p join intake.import_file f on f.id = p.file_id";

  private ImportRows() {}

  static ImportHead head(ResultSet row) throws SQLException {
    return new ImportHead(
        row.getLong(1),
        row.getTimestamp(2).toLocalDateTime(),
        row.getString(3),
        row.getLong(4),
        ImportStatus.of(row.getString(5)),
        row.getString(6),
        day(row.getDate(7)),
        row.getString(8),
        moment(row.getTimestamp(9)),
        moment(row.getTimestamp(10)),
        day(row.getDate(11)),
        moment(row.getTimestamp(12)));
  }

  static ImportFile file(ResultSet row) throws SQLException {
    return new ImportFile(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        FileStatus.of(row.getString(7)),
        row.getString(8),
        new ImportFile.Form(row.getString(9), row.getBoolean(10)),
        row.getLong(11),
        row.getLong(12),
        new Counts(row.getLong(13), row.getLong(14), row.getLong(15), row.getLong(16)));
  }

  static Problem problem(ResultSet row) throws SQLException {
    return new Problem(
        row.getString(1),
        row.getLong(2),
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        Severity.of(row.getString(7)),
        row.getString(8));
  }

  static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toLocalDate();
  }

  private static @Nullable LocalDateTime moment(@Nullable Timestamp time) {
    return time == null ? null : time.toLocalDateTime();
  }
}
