package org.victimfirst.cases.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.Problems;

/** Keeps the problems of one file. */
final class TestProblems implements Problems {
  /** One problem. */
  record Found(String file, long record, String key, String column, String code, String expect) {}

  final List<Found> found;
  private final String file;
  private final Map<String, Set<String>> rejected;

  TestProblems() {
    this("", new ArrayList<>(), new HashMap<>());
  }

  private TestProblems(String file, List<Found> found, Map<String, Set<String>> rejected) {
    this.file = file;
    this.found = found;
    this.rejected = rejected;
  }

  TestProblems of(String name) {
    return new TestProblems(name, found, rejected);
  }

  void refusedByIntake(Set<String> keys) {
    rejected.computeIfAbsent(file, name -> new HashSet<>()).addAll(keys);
  }

  @Override
  public void reject(ExtractRow row, String column, String code, String sentence) {
    found.add(new Found(file, row.record(), row.key(), column, code, "reject"));
    rejected.computeIfAbsent(file, name -> new HashSet<>()).add(row.key());
  }

  @Override
  public void report(ExtractRow row, String column, String code, String sentence) {
    found.add(new Found(file, row.record(), row.key(), column, code, "report"));
  }

  @Override
  public void reportEarlier(
      String earlier,
      long record,
      long line,
      String key,
      String column,
      String code,
      String sentence) {
    found.add(new Found(earlier, record, key, column, code, "report"));
  }

  @Override
  public boolean rejected(String name, String key) {
    return rejected.getOrDefault(name, Set.of()).contains(key);
  }
}
