package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.LegacyCase;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.RowBatch;
import org.victimfirst.cases.domain.LegacyCases;

/** Loads attempts to reach people. */
@Component
@VictimFirstModule(module = "cases")
public final class AttemptsLoader implements ExtractLoader {
  static final String FILE = "contact_attempts.csv";
  static final String KEY = "attempt_id";

  private static final String[] COLUMNS = {
    "id",
    "case_id",
    "attempted_at",
    "channel",
    "result",
    "made_by",
    "legacy_key",
    "legacy_hash",
    "import_id"
  };

  private final Database database;
  private final Ids ids;
  private final LegacyCases cases;

  @Activate
  public AttemptsLoader(
      @Reference(target = "(victimfirst.module=cases)") Database database,
      @Reference Ids ids,
      @Reference LegacyCases cases) {
    this.database = database;
    this.ids = ids;
    this.cases = cases;
  }

  @Override
  public String file() {
    return FILE;
  }

  @Override
  public List<ExtractColumn> columns() {
    return List.of(
        ExtractColumn.text(KEY),
        ExtractColumn.text("case_id"),
        ExtractColumn.time("attempted_at"),
        ExtractColumn.code("channel", "contact_channel"),
        ExtractColumn.code("result", "contact_result"),
        ExtractColumn.text("made_by"));
  }

  @Override
  public Set<String> after() {
    return Set.of(CasesLoader.FILE);
  }

  @Override
  public Session open(Import run) {
    return new Loading(run);
  }

  private final class Loading implements Session {
    private final Import run;
    private final Seen seen;

    Loading(Import run) {
      this.run = run;
      this.seen = new Seen("cases.contact_attempt", run.importId());
    }

    @Override
    public void passedOver(Connection connection, List<ExtractRow> rows) throws SQLException {
      seen.passedOver(connection, rows);
    }

    @Override
    public LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems)
        throws SQLException {
      Set<String> keys = new LinkedHashSet<>();
      rows.forEach(row -> keys.add(row.get("case_id")));
      Map<String, LegacyCase> found = cases.find(connection, keys);
      int added = 0;
      int unchanged = 0;
      try (RowBatch batch = database.insert(connection, "cases.contact_attempt", COLUMNS)) {
        for (ExtractRow row : rows) {
          Seen.Verdict verdict = seen.look(connection, row, KEY, problems);
          unchanged += verdict == Seen.Verdict.UNCHANGED ? 1 : 0;
          if (verdict != Seen.Verdict.NEW) {
            continue;
          }
          LegacyCase parent = found.get(row.get("case_id"));
          if (parent == null) {
            refuseOrphan(row, problems);
          } else if (sound(row, parent, problems)) {
            add(batch, row, parent);
            seen.stored(connection, row);
            added++;
          }
        }
        batch.send();
      }
      return new LoadResult(added, unchanged);
    }

    private void refuseOrphan(ExtractRow row, Problems problems) {
      boolean rejected = problems.rejected(CasesLoader.FILE, row.get("case_id"));
      problems.reject(
          row,
          "case_id",
          rejected ? "parent_rejected" : "orphan",
          rejected
              ? "The case was left out of cases.csv, so the attempt was left out too."
              : "There is no such case. The row was left out.");
    }

    private boolean sound(ExtractRow row, LegacyCase parent, Problems problems) {
      LocalDateTime attempted = Objects.requireNonNull(row.time("attempted_at"));
      LocalDateTime closed = parent.closedAt();
      return new RowRules(row, problems)
          .fits(KEY, Limits.KEY)
          .fits("made_by", Limits.SHORT)
          .notAfterExtract("attempted_at", attempted, run.extractDate())
          .notBefore(
              "attempted_at",
              attempted,
              parent.openedAt(),
              "The attempt is before the case was opened. The row was left out.")
          .expect(
              closed == null || !attempted.isAfter(closed),
              "attempted_at",
              "date_order",
              "The attempt is after the case was closed. It was taken as it is.")
          .sound();
    }

    private void add(RowBatch batch, ExtractRow row, LegacyCase parent) throws SQLException {
      batch
          .add(ids.next())
          .add(parent.id())
          .add(row.time("attempted_at"))
          .add(row.get("channel"))
          .add(row.get("result"))
          .add(row.get("made_by"))
          .add(row.key())
          .add(row.contentHash())
          .add(run.importId())
          .endRow();
    }

    @Override
    public void finish(Connection connection, Problems problems) {
      // All checks are made row by row.
    }

    @Override
    public void close() {
      // Holds nothing but memory.
    }
  }
}
