package org.victimfirst.intake.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.victimfirst.intake.domain.ProblemFilter;

/** The condition of a query over the problems of an import. */
record ProblemWhere(long importId, ProblemFilter filter) {
  static final String ORDER = " order by p.file_place, p.record_no, p.id";
  static final String COUNT =
      "select count(*) from intake.problem p join intake.import_file f on f.id = p.file_id";

  String sql() {
    return " where p.import_id = ?"
        + (filter.file().isEmpty() ? "" : " and f.name = ?")
        + (filter.code().isEmpty() ? "" : " and p.code = ?")
        + (filter.severity().isEmpty() ? "" : " and p.severity = ?");
  }

  /** Sets the parameters; the place of the next one. */
  int set(PreparedStatement query) throws SQLException {
    int at = 1;
    query.setLong(at++, importId);
    if (!filter.file().isEmpty()) {
      query.setString(at++, filter.file());
    }
    if (!filter.code().isEmpty()) {
      query.setString(at++, filter.code());
    }
    if (!filter.severity().isEmpty()) {
      query.setString(at++, filter.severity());
    }
    return at;
  }
}
