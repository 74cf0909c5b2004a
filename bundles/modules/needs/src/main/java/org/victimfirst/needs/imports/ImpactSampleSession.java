package org.victimfirst.needs.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.LegacyCase;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.needs.domain.KeySet;
import org.victimfirst.needs.domain.LegacySamples;

/** Loads {@code impact_sample.csv}; from batch to batch it keeps the same as its neighbour. */
final class ImpactSampleSession implements ExtractLoader.Session {
  static final String KEY = "sample_id";

  private final ExtractLoader.Import run;
  private final CaseDirectory cases;
  private final LegacySamples samples;
  private final KeySet met = new KeySet();

  ImpactSampleSession(ExtractLoader.Import run, CaseDirectory cases, LegacySamples samples) {
    this.run = run;
    this.cases = cases;
    this.samples = samples;
  }

  @Override
  public void passedOver(Connection connection, List<ExtractRow> rows) {
    rows.forEach(row -> met.add(RowChecks.copy(row)));
  }

  @Override
  public LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems)
      throws SQLException {
    Set<String> caseKeys = rows.stream().map(row -> row.get("case_id")).collect(Collectors.toSet());
    Map<String, LegacyCase> found = cases.legacy(connection, caseKeys);
    Set<Long> caseIds = found.values().stream().map(LegacyCase::id).collect(Collectors.toSet());
    Map<Long, LegacySamples.Row> taken = samples.ofCases(connection, caseIds);
    Set<Long> assessed = samples.assessed(connection, caseIds);
    Set<String> keys =
        new HashSet<>(
            samples.loaded(
                connection, rows.stream().map(ExtractRow::key).filter(RowChecks::fits).toList()));
    RowChecks checks = new RowChecks(run, found, problems);
    List<LegacySamples.Row> added = new ArrayList<>();
    int unchanged = 0;
    for (ExtractRow row : rows) {
      LegacyCase theCase = checks.fits(row, KEY) ? checks.enhancedCase(row) : null;
      if (theCase == null || !checks.notInFuture(row, "drawn_on")) {
        continue;
      }
      LegacySamples.Row before = taken.get(theCase.id());
      if (before != null && same(row, before)) {
        unchanged += checks.firstCopy(row, KEY, before.importId(), met) ? 1 : 0;
      } else if (fits(row, before, keys, checks) && assessed(row, theCase, assessed, checks)) {
        LegacySamples.Row sampled = sampled(row, theCase);
        added.add(sampled);
        taken.put(theCase.id(), sampled);
        keys.add(row.key());
      }
    }
    samples.add(connection, added);
    return new LoadResult(added.size(), unchanged);
  }

  private static boolean same(ExtractRow row, LegacySamples.Row before) {
    return row.key().equals(before.key()) && before.hash() == row.contentHash();
  }

  private static boolean fits(
      ExtractRow row, LegacySamples.@Nullable Row before, Set<String> keys, RowChecks checks) {
    if (keys.contains(row.key())) {
      return checks.duplicateKey(row, KEY);
    }
    return before == null
        || checks.duplicateValue(
            row, "case_id", "The case is in a sample already. The first one stands.");
  }

  private static boolean assessed(
      ExtractRow row, LegacyCase theCase, Set<Long> assessed, RowChecks checks) {
    return assessed.contains(theCase.id())
        || checks.rule(row, "case_id", "The sampled case has no needs assessment.");
  }

  private LegacySamples.Row sampled(ExtractRow row, LegacyCase theCase) {
    LocalDate drawnOn = row.date("drawn_on");
    if (drawnOn == null) {
      throw new IllegalStateException("A mandatory column is empty");
    }
    return new LegacySamples.Row(
        theCase.id(),
        drawnOn,
        row.get("no_change_reason"),
        row.key(),
        row.contentHash(),
        run.importId());
  }

  @Override
  public void finish(Connection connection, Problems problems) {
    // Every check is made row by row.
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}
