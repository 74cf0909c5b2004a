package org.victimfirst.cases.imports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.intake.ExtractRow;

/** A row as intake hands it over. */
record TestRow(long record, long line, String key, Map<String, String> cells)
    implements ExtractRow {
  @Override
  public String get(String column) {
    return Objects.requireNonNull(cells.get(column), column);
  }

  @Override
  public @Nullable LocalDate date(String column) {
    return get(column).isEmpty() ? null : LocalDate.parse(get(column));
  }

  @Override
  public @Nullable LocalDateTime time(String column) {
    return get(column).isEmpty() ? null : LocalDateTime.parse(get(column));
  }

  @Override
  public long contentHash() {
    return cells.values().stream().mapToLong(String::hashCode).reduce(17, (a, b) -> a * 31 + b);
  }
}
