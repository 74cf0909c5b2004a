package ${package}.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.privacy.SubjectData;
import org.victimfirst.api.web.ui.Words;
import ${package}.${module}Module;
import ${package}.domain.${singular};
import ${package}.domain.${singular}Store;

/** What is noted belongs to a person through the person's cases. */
@Component
@VictimFirstModule(module = ${module}Module.NAME)
public final class ${module}SubjectData implements SubjectData {
  private final ${singular}Store store;

  /** For the platform. */
  @Activate
  public ${module}SubjectData(@Reference ${singular}Store store) {
    this.store = store;
  }

  @Override
  public String retentionClass() {
    return "case";
  }

  @Override
  public boolean holds(Connection connection, long personId, Set<Long> caseIds)
      throws SQLException {
    return !all(connection, caseIds).isEmpty();
  }

  @Override
  public Map<String, Iterable<Map<String, String>>> export(
      Connection connection, long personId, Set<Long> caseIds) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (${singular} one : all(connection, caseIds)) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("Day", Words.date(one.details().day()));
      row.put("Note", one.details().note());
      row.put("Recorded by", one.recordedByName());
      rows.add(row);
    }
    return Map.of(${module}Module.TITLE, rows);
  }

  @Override
  public int erase(Connection connection, long personId, Set<Long> caseIds) throws SQLException {
    int erased = 0;
    for (long caseId : caseIds) {
      erased += store.erase(connection, caseId);
    }
    return erased;
  }

  private List<${singular}> all(Connection connection, Set<Long> caseIds) throws SQLException {
    List<${singular}> all = new ArrayList<>();
    for (long caseId : caseIds) {
      all.addAll(store.all(connection, caseId));
    }
    return all;
  }
}
