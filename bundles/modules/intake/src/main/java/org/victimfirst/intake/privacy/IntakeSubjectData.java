package org.victimfirst.intake.privacy;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.privacy.SubjectData;

/**
 * The files of imports hold people as they were sent; which people, is not indexed. So any person
 * may be in each file that is still kept: a person who asks is told of them, and erasing anybody
 * ends the time for which the files of imports are kept, of one at work within two days, unless it
 * ends before. Problems hold no personal data.
 */
@Component(service = SubjectData.class)
@VictimFirstModule(module = "intake")
public final class IntakeSubjectData implements SubjectData {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String KEPT =
      " from intake.extract_import i join intake.import_file f on f.import_id = i.id"
          + " where i.files_deleted_at is null and f.sha256 <> ''";

  @Override
  public String retentionClass() {
    return "import_file";
  }

  @Override
  public boolean holds(Connection connection, long personId, Set<Long> caseIds)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select count(*)" + KEPT);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  @Override
  public Map<String, Iterable<Map<String, String>>> export(
      Connection connection, long personId, Set<Long> caseIds) throws SQLException {
    List<Map<String, String>> files = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select f.name, i.received_at, i.kept_until" + KEPT + " order by i.id, f.place");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Map<String, String> file = new LinkedHashMap<>();
        file.put("File", row.getString(1));
        file.put("Received", row.getTimestamp(2).toLocalDateTime().toLocalDate().toString());
        file.put(
            "Deleted after",
            row.getDate(3) == null ? "the import has ended" : row.getDate(3).toString());
        files.add(file);
      }
    }
    return Map.of("Files of imports, in which you may be named", files);
  }

  @Override
  public int erase(Connection connection, long personId, Set<Long> caseIds) throws SQLException {
    LocalDate today = LocalDate.now(LONDON);
    try (PreparedStatement update =
        connection.prepareStatement(
            "update intake.extract_import set erased_at = ?, kept_until = case when status in ('done', 'failed')"
                + " then cast(? as date) else cast(? as date) end where files_deleted_at is null")) {
      update.setTimestamp(1, Timestamp.valueOf(LocalDateTime.now(LONDON)));
      update.setDate(2, Date.valueOf(today.minusDays(1)));
      // An import at work needs its files; one whose job is dead never says that it failed.
      update.setDate(3, Date.valueOf(today.plusDays(1)));
      return update.executeUpdate();
    }
  }
}
