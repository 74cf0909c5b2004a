package org.victimfirst.cases.imports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.cases.store.TestCases;

/** Reads a file of the messy extract and leaves out what intake refuses. */
final class TestExtract {
  /** Rows that intake hands over. */
  final List<TestRow> rows = new ArrayList<>();

  /** Records that intake refuses, by key. */
  final Set<String> refused = new HashSet<>();

  TestExtract(String file, List<ExtractColumn> columns) {
    try (InputStream in =
            Objects.requireNonNull(
                TestExtract.class.getResourceAsStream("/extract/" + file + ".gz"));
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(false)
                .ofCsvRecord(
                    new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
      long record = -1;
      for (CsvRecord cells : reader) {
        record++;
        if (record > 0) {
          read(record, cells, columns);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(long record, CsvRecord cells, List<ExtractColumn> columns) {
    String key = cells.getField(0);
    Map<String, String> row = new LinkedHashMap<>();
    boolean sound = cells.getFieldCount() == columns.size();
    for (int i = 0; sound && i < columns.size(); i++) {
      String cell = checked(columns.get(i), cells.getField(i).replace("\0", ""));
      sound = cell != null;
      if (cell != null) {
        row.put(columns.get(i).name(), cell);
      }
    }
    if (sound) {
      rows.add(new TestRow(record, cells.getStartingLineNumber(), key, row));
    } else {
      refused.add(key);
    }
  }

  /** The cell as it is handed over, or null when the row is refused. */
  private static @Nullable String checked(ExtractColumn column, String cell) {
    if (cell.isEmpty()) {
      return column.mandatory() ? null : cell;
    }
    return switch (column.type()) {
      case TEXT, NUMBER -> cell;
      case DATE -> parses(() -> LocalDate.parse(cell)) ? cell : null;
      case TIME -> parses(() -> LocalDateTime.parse(cell)) ? cell : otherTime(cell);
      case CODE, CODES -> code(column, cell);
    };
  }

  private static @Nullable String otherTime(String cell) {
    for (String pattern : List.of("dd/MM/uuuu HH:mm", "uuuu-MM-dd HH:mm", "d MMMM uuuu")) {
      DateTimeFormatter format =
          new DateTimeFormatterBuilder()
              .appendPattern(pattern)
              .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
              .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
              .toFormatter(Locale.UK)
              .withResolverStyle(ResolverStyle.STRICT);
      if (parses(() -> LocalDateTime.parse(cell, format))) {
        return LocalDateTime.parse(cell, format).toString();
      }
    }
    return null;
  }

  private static @Nullable String code(ExtractColumn column, String cell) {
    Set<String> known = new HashSet<>(column.values());
    TestCases.PROFILE.list(column.list()).codes().stream().map(Code::code).forEach(known::add);
    String tidy = cell.strip().toLowerCase(Locale.ROOT);
    if (known.containsAll(Arrays.asList(tidy.split(";", -1)))) {
      return tidy;
    }
    return column.unknownCode().isEmpty() ? null : column.unknownCode();
  }

  private static boolean parses(Runnable parser) {
    try {
      parser.run();
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
