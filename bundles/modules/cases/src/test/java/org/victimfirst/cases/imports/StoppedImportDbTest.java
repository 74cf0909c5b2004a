package org.victimfirst.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** Imports that were stopped in the middle of a file and go on. */
class StoppedImportDbTest {
  @OnEachDatabase
  void aRepeatedImportThatWasStoppedEndsAsIfItHadNotBeen(Dialect dialect) throws Exception {
    try (TestCases cases = new TestCases(dialect, new StoredLegacyCases())) {
      ImportDbTest.load(cases, 1, new TestProblems());
      for (ExtractLoader loader : ImportDbTest.loaders(cases)) {
        List<? extends ExtractRow> rows = new TestExtract(loader.file(), loader.columns()).rows;
        TestProblems whole = new TestProblems().of(loader.file());
        ImportDbTest.loadRows(cases, loader, 2, rows, whole);

        TestProblems parts = new TestProblems().of(loader.file());
        int at = Math.min(ImportDbTest.BATCH, rows.size());
        ImportDbTest.loadRows(cases, loader, 3, rows.subList(0, at), parts);
        try (ExtractLoader.Session session =
            loader.open(new ExtractLoader.Import(3, ImportDbTest.EXTRACTED))) {
          cases.database.read(
              connection -> {
                session.passedOver(connection, List.copyOf(rows.subList(0, at)));
                return at;
              });
          cases.database.write(
              connection ->
                  session.load(connection, List.copyOf(rows.subList(at, rows.size())), parts));
        }

        assertThat(parts.found)
            .as(loader.file())
            .extracting(TestProblems.Found::toString)
            .containsExactlyInAnyOrderElementsOf(
                whole.found.stream().map(TestProblems.Found::toString).toList());
      }
    }
  }
}
