package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.RowBatch;

/** Loads the answers for equality monitoring; the person gets an id here, and a name later. */
@Component
@VictimFirstModule(module = "cases")
public final class DemographicsLoader implements ExtractLoader {
  static final String FILE = "demographics.csv";
  static final String KEY = "person_id";

  private static final Set<String> ALONE = Set.of("no_disability", "prefer_not_to_say", "unknown");
  private static final String[] COLUMNS = {
    "person_id",
    "version",
    "ethnicity",
    "disability",
    "religion",
    "sexual_orientation",
    "communication_need",
    "recorded_on",
    "legacy_key",
    "legacy_hash",
    "import_id",
    "import_record",
    "import_line"
  };

  private final Database database;
  private final Ids ids;

  @Activate
  public DemographicsLoader(
      @Reference(target = "(victimfirst.module=cases)") Database database, @Reference Ids ids) {
    this.database = database;
    this.ids = ids;
  }

  @Override
  public String file() {
    return FILE;
  }

  @Override
  public List<ExtractColumn> columns() {
    return List.of(
        ExtractColumn.text(KEY),
        ExtractColumn.code("ethnicity", "ethnicity").unknownAs("unknown"),
        ExtractColumn.codes("disability", "disability").unknownAs("unknown"),
        ExtractColumn.code("religion", "religion").unknownAs("unknown"),
        ExtractColumn.code("sexual_orientation", "sexual_orientation").unknownAs("unknown"),
        ExtractColumn.code("communication_need", "communication_need").unknownAs("unknown"),
        ExtractColumn.date("recorded_at").optional());
  }

  @Override
  public Set<String> after() {
    return Set.of();
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
      this.seen = new Seen("cases.demographics", run.importId());
    }

    @Override
    public void passedOver(Connection connection, List<ExtractRow> rows) throws SQLException {
      seen.passedOver(connection, rows);
    }

    @Override
    public LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems)
        throws SQLException {
      int added = 0;
      int unchanged = 0;
      try (RowBatch batch = database.insert(connection, "cases.demographics", COLUMNS)) {
        for (ExtractRow row : rows) {
          Seen.Verdict verdict = seen.look(connection, row, KEY, problems);
          unchanged += verdict == Seen.Verdict.UNCHANGED ? 1 : 0;
          if (verdict == Seen.Verdict.NEW && sound(row, problems)) {
            add(batch, row);
            seen.stored(connection, row);
            added++;
          }
        }
        batch.send();
      }
      return new LoadResult(added, unchanged);
    }

    private boolean sound(ExtractRow row, Problems problems) {
      LocalDate recorded = row.date("recorded_at");
      return new RowRules(row, problems)
          .fits(KEY, Limits.KEY)
          .fits("disability", Limits.NAME)
          .require(
              recorded == null || !recorded.isAfter(run.extractDate()),
              "recorded_at",
              "future_date",
              "The day is after the day on which the extract was made. The row was left out.")
          .expect(
              !contradicts(row.get("disability")),
              "disability",
              "contradiction",
              "The answers contradict or repeat one another. They were taken as they are.")
          .sound();
    }

    private void add(RowBatch batch, ExtractRow row) throws SQLException {
      batch
          .add(ids.next())
          .add(1)
          .add(row.get("ethnicity"))
          .add(row.get("disability"))
          .add(row.get("religion"))
          .add(row.get("sexual_orientation"))
          .add(row.get("communication_need"))
          .add(row.date("recorded_at"))
          .add(row.key())
          .add(row.contentHash())
          .add(run.importId())
          .add(row.record())
          .add(row.line())
          .endRow();
    }

    @Override
    public void finish(Connection connection, Problems problems) {
      // Whether each person has a referral shows when the referrals are loaded.
    }

    @Override
    public void close() {
      // Holds nothing but memory.
    }
  }

  /** Whether answers name one twice, or an answer that stands alone beside another. */
  static boolean contradicts(String answers) {
    if (answers.indexOf(';') < 0) {
      return false;
    }
    List<String> all = List.of(answers.split(";", -1));
    return Set.copyOf(all).size() < all.size() || all.stream().anyMatch(ALONE::contains);
  }
}
