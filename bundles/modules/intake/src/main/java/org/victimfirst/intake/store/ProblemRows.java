package org.victimfirst.intake.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.intake.domain.Problem;

/** Writes problems. */
final class ProblemRows {
  private ProblemRows() {}

  static void insert(Connection connection, Ids ids, Place place, List<Problem> problems)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into intake.problem (id, import_id, file_id, file_place, record_no, line_no,"
                + " row_key, column_name, code, severity, sentence)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Problem problem : problems) {
        insert.setLong(1, ids.next());
        insert.setLong(2, place.importId());
        insert.setLong(3, place.fileId());
        insert.setInt(4, place.number());
        insert.setLong(5, problem.record());
        insert.setLong(6, problem.line());
        insert.setString(7, problem.key());
        insert.setString(8, problem.column());
        insert.setString(9, problem.code());
        insert.setString(10, problem.severity().code());
        insert.setString(11, problem.sentence());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Deletes what was said before about a file as a whole, as far as it is said again. */
  static void deleteOfFile(Connection connection, long fileId, List<Problem> again)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from intake.problem where file_id = ? and record_no = 0 and line_no = ?"
                + " and column_name = ? and code = ?")) {
      for (Problem problem : again) {
        delete.setLong(1, fileId);
        delete.setLong(2, problem.line());
        delete.setString(3, problem.column());
        delete.setString(4, problem.code());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  /** Adds problems to files that are loaded. Their rows are counted when the import ends. */
  static void earlier(Connection connection, Ids ids, long importId, List<Problem> problems)
      throws SQLException {
    Map<String, List<Problem>> byFile =
        problems.stream()
            .collect(Collectors.groupingBy(Problem::file, LinkedHashMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Problem>> file : byFile.entrySet()) {
      Optional<Place> place = place(connection, importId, file.getKey());
      if (place.isPresent()) {
        insert(connection, ids, place.get(), file.getValue());
      }
    }
  }

  private static Optional<Place> place(Connection connection, long importId, String file)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select id, place from intake.import_file where import_id = ? and name = ?")) {
      query.setLong(1, importId);
      query.setString(2, file);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new Place(importId, row.getLong(1), row.getInt(2)))
            : Optional.empty();
      }
    }
  }

  /** Counts the rows of loaded files that were taken and reported, by whichever file. */
  static void countReported(Connection connection, long importId) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update intake.import_file set reported ="
                + " (select count(distinct p.record_no) from intake.problem p"
                + " where p.file_id = intake.import_file.id and p.severity = 'reported'"
                + " and p.record_no > 0"
                + " and not exists (select 1 from intake.problem r where r.file_id = p.file_id"
                + " and r.record_no = p.record_no and r.severity = 'rejected'))"
                + " where import_id = ? and status = 'loaded'")) {
      update.setLong(1, importId);
      update.executeUpdate();
    }
  }

  /**
   * Where problems belong.
   *
   * @param importId the import
   * @param fileId the file
   * @param number place of the file in the import
   */
  record Place(long importId, long fileId, int number) {}
}
