package org.victimfirst.needs.imports;

import java.sql.Connection;
import java.sql.SQLException;
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
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.needs.domain.KeySet;
import org.victimfirst.needs.domain.LegacyAssessments;
import org.victimfirst.needs.domain.NeedScale;

/**
 * Loads {@code needs_assessments.csv}. What is stored of a batch's cases is read in the batch's own
 * transaction: so rows of one case may be far apart, and a batch may end in the middle of a case.
 * From batch to batch it keeps the keys only: all, read anew when an import that was killed goes
 * on, and those of earlier imports that stand in this file.
 */
final class NeedsAssessmentsSession implements ExtractLoader.Session {
  private final ExtractLoader.Import run;
  private final CaseDirectory cases;
  private final LegacyAssessments assessments;
  private final NeedScale scale;
  private final Ids ids;
  private final KeySet met = new KeySet();
  private @Nullable KeySet keys;

  NeedsAssessmentsSession(
      ExtractLoader.Import run,
      CaseDirectory cases,
      LegacyAssessments assessments,
      NeedScale scale,
      Ids ids) {
    this.run = run;
    this.cases = cases;
    this.assessments = assessments;
    this.scale = scale;
    this.ids = ids;
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
    NeedsBatch batch =
        new NeedsBatch(
            assessments.ofCases(connection, caseIds), keys(connection), met, run.importId(), ids);
    RowChecks checks = new RowChecks(run, found, problems);
    int unchanged = 0;
    for (ExtractRow row : rows) {
      LegacyCase theCase = checks.fits(row, NeedsBatch.KEY) ? checks.enhancedCase(row) : null;
      if (theCase != null && checks.notInFuture(row, "assessed_at")) {
        unchanged += batch.take(row, theCase, checks) ? 1 : 0;
      }
    }
    assessments.add(connection, scale, batch.touched());
    return new LoadResult(batch.added(), unchanged);
  }

  private KeySet keys(Connection connection) throws SQLException {
    KeySet known = keys;
    if (known == null) {
      known = assessments.keys(connection);
      keys = known;
    }
    return known;
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
