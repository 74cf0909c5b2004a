package org.victimfirst.area;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.Code;

/**
 * Reads {@code /area/lists.csv}: list, code, label, sort_order, parent_code, from, to, attributes.
 */
final class ListsFile {
  private static final List<String> COLUMNS =
      List.of("list", "code", "label", "sort_order", "parent_code", "from", "to", "attributes");

  private ListsFile() {}

  /** The lists in the order of the file, the codes of each in their sort order. */
  static Map<String, List<Code>> read(Reader text) throws IOException {
    Map<String, List<Code>> lists = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        if (!row.getHeader().equals(COLUMNS)) {
          throw new ProfileException(
              "lists.csv: the first line must be " + String.join(",", COLUMNS));
        }
        String list = needed(row, "list");
        lists.computeIfAbsent(list, name -> new ArrayList<>()).add(code(row));
      }
    }
    lists.values().forEach(codes -> codes.sort(Comparator.comparingInt(Code::sortOrder)));
    return lists;
  }

  private static Code code(NamedCsvRecord row) {
    return new Code(
        needed(row, "code"),
        needed(row, "label"),
        number(row),
        given(row, "parent_code"),
        date(row, "from"),
        date(row, "to"),
        attributes(row));
  }

  private static String needed(NamedCsvRecord row, String column) {
    String value = row.getField(column);
    if (value.isBlank()) {
      throw at(row, column, "it is empty");
    }
    return value;
  }

  private static @Nullable String given(NamedCsvRecord row, String column) {
    String value = row.getField(column);
    return value.isEmpty() ? null : value;
  }

  private static int number(NamedCsvRecord row) {
    try {
      return Integer.parseInt(needed(row, "sort_order"));
    } catch (NumberFormatException e) {
      throw at(row, "sort_order", "it must be a whole number");
    }
  }

  private static @Nullable LocalDate date(NamedCsvRecord row, String column) {
    String value = given(row, column);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw at(row, column, "it must be a date such as 2025-12-04");
    }
  }

  private static Map<String, String> attributes(NamedCsvRecord row) {
    Map<String, String> attributes = new LinkedHashMap<>();
    String value = given(row, "attributes");
    if (value != null) {
      for (String attribute : value.split(";", -1)) {
        int equals = attribute.indexOf('=');
        if (equals < 1) {
          throw at(row, "attributes", "it must read name=value;name=value");
        }
        attributes.put(attribute.substring(0, equals), attribute.substring(equals + 1));
      }
    }
    return attributes;
  }

  private static ProfileException at(NamedCsvRecord row, String column, String what) {
    return new ProfileException(
        "lists.csv, line " + row.getStartingLineNumber() + ", column " + column + ": " + what);
  }
}
