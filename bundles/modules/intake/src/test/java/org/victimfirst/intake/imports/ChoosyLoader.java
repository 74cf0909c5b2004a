package org.victimfirst.intake.imports;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.intake.Problems;

/** Refuses what is long. */
final class ChoosyLoader implements ExtractLoader, ExtractLoader.Session {
  @Override
  public String file() {
    return "hate.csv";
  }

  @Override
  public List<ExtractColumn> columns() {
    return List.of(ExtractColumn.text("hate_id"), ExtractColumn.text("note"));
  }

  @Override
  public Set<String> after() {
    return Set.of("cases.csv", "vps.csv");
  }

  @Override
  public Session open(Import run) {
    return this;
  }

  @Override
  public LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems) {
    int taken = 0;
    for (ExtractRow row : rows) {
      if (row.get("note").length() > 100) {
        problems.reject(row, "note", "over_long", "It does not fit. The row was left out.");
      } else {
        taken++;
      }
    }
    return new LoadResult(taken, 0);
  }

  @Override
  public void finish(Connection connection, Problems problems) {
    problems.reportEarlier("cases.csv", 1, 2, "C1", "case_id", "lonely", "It is alone.");
    problems.reportEarlier("vps.csv", 1, 2, "V1", "vps_id", "lonely", "It is not here.");
  }

  @Override
  public void close() {}
}
