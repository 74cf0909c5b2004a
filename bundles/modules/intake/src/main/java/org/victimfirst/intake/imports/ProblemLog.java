package org.victimfirst.intake.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.ImportProgress;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;

/** Takes the problems of one batch, from the checks of the form and from the loader. */
final class ProblemLog implements Problems {
  private final Connection connection;
  private final ImportProgress progress;
  private final ImportFile file;
  private final Set<String> before;
  private final List<Problem> problems;
  private final List<Problem> earlier = new ArrayList<>();
  private final Set<Key> known = new HashSet<>();
  private final Set<Long> rejected = new HashSet<>();

  /**
   * A log.
   *
   * @param before files that are loaded before this one
   * @param found what the checks of the form found already
   */
  ProblemLog(
      Connection connection,
      ImportProgress progress,
      ImportFile file,
      Set<String> before,
      List<Problem> found) {
    this.connection = connection;
    this.progress = progress;
    this.file = file;
    this.before = before;
    this.problems = new ArrayList<>(found);
    for (Problem problem : found) {
      known.add(Key.of(problem));
      if (problem.severity() == Severity.REJECTED) {
        rejected.add(problem.record());
      }
    }
  }

  @Override
  public void reject(ExtractRow row, String column, String code, String sentence) {
    rejected.add(row.record());
    add(row, column, code, Severity.REJECTED, sentence);
  }

  @Override
  public void report(ExtractRow row, String column, String code, String sentence) {
    add(row, column, code, Severity.REPORTED, sentence);
  }

  @Override
  public void reportEarlier(
      String otherFile,
      long record,
      long line,
      String key,
      String column,
      String code,
      String sentence) {
    mustBeBefore(otherFile);
    earlier.add(
        new Problem(otherFile, record, line, key, column, code, Severity.REPORTED, sentence));
  }

  private void add(ExtractRow row, String column, String code, Severity severity, String sentence) {
    Problem problem =
        new Problem(
            file.name(), row.record(), row.line(), row.key(), column, code, severity, sentence);
    if (!known.add(Key.of(problem))) {
      if (severity == Severity.REPORTED) {
        return;
      }
      // The refusal says more than the report of the same thing.
      problems.removeIf(earlier -> Key.of(earlier).equals(Key.of(problem)));
    }
    problems.add(problem);
  }

  /** A file that is being loaded at the same time would be told of too early. */
  private void mustBeBefore(String otherFile) {
    if (!otherFile.equals(file.name()) && !before.contains(otherFile)) {
      throw new IllegalArgumentException(
          "The loader of "
              + file.name()
              + " asks about "
              + otherFile
              + ", which is not among the files that it names in after()");
    }
  }

  @Override
  public boolean rejected(String otherFile, String key) {
    mustBeBefore(otherFile);
    if (otherFile.equals(file.name())
        && problems.stream()
            .anyMatch(p -> p.severity() == Severity.REJECTED && p.key().equals(key))) {
      return true;
    }
    try {
      return progress.rejected(connection, file.importId(), otherFile, key);
    } catch (SQLException e) {
      throw new DatabaseException("Looking for a refused record", e);
    }
  }

  /** All problems, in the order of the records. */
  List<Problem> problems() {
    return problems.stream().sorted(Comparator.comparingLong(Problem::record)).toList();
  }

  /** Problems of rows of other files. */
  List<Problem> earlier() {
    return List.copyOf(earlier);
  }

  /** Rows that were refused. */
  long rejectedRows() {
    return rejected.size();
  }

  /** Rows that were taken and reported. */
  long reportedRows() {
    return problems.stream()
        .map(Problem::record)
        .filter(record -> !rejected.contains(record))
        .distinct()
        .count();
  }

  private record Key(long record, String column, String code) {
    static Key of(Problem problem) {
      return new Key(problem.record(), problem.column(), problem.code());
    }
  }
}
