package org.victimfirst.intake.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;

/** The header of a file: where in a record each column of the schema stands. */
final class Header {
  private static final int NOT_THERE = -1;

  private final int cells;
  private final int[] places;

  private Header(int cells, int[] places) {
    this.cells = cells;
    this.places = places;
  }

  /** Cells that each record must have. */
  int cells() {
    return cells;
  }

  /** Place in the record of the schema's column. */
  int place(int column) {
    return places[column];
  }

  /**
   * Reads a header.
   *
   * @param problems takes columns that are ignored
   * @throws RefusedFileException when rows cannot be read by it
   */
  static Header read(
      String file, RawRecord first, List<ExtractColumn> columns, List<Problem> problems) {
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      known.put(columns.get(i).name(), i);
    }
    int[] places = new int[columns.size()];
    Arrays.fill(places, NOT_THERE);
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      String name = tidy(first.cell(i));
      Integer column = known.get(name);
      if (column == null) {
        unknown.add(name);
      } else if (places[column] != NOT_THERE) {
        throw new RefusedFileException(
            first.line(), name, "duplicate_column", "The column " + name + " occurs twice.");
      } else {
        places[column] = i;
      }
    }
    if (unknown.size() * 2 > first.size()) {
      // A row of data may hold a word that is a column's name, such as "phone".
      throw noHeader(first, known);
    }
    refuseMissing(first, columns, places);
    for (String name : unknown) {
      problems.add(
          Problem.ofFile(
              file,
              first.line(),
              soundName(name),
              "unknown_column",
              Severity.REPORTED,
              "The header has a column that the extract does not know. It was ignored."));
    }
    return new Header(first.size(), places);
  }

  private static void refuseMissing(RawRecord first, List<ExtractColumn> columns, int[] places) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      if (places[i] == NOT_THERE) {
        missing.add(columns.get(i).name());
      }
    }
    if (!missing.isEmpty()) {
      throw new RefusedFileException(
          first.line(),
          missing.get(0),
          "missing_column",
          (missing.size() == 1 ? "The header has no column " : "The header lacks the columns ")
              + String.join(", ", missing)
              + ". Add what is missing, empty if there is nothing.");
    }
  }

  private static RefusedFileException noHeader(RawRecord first, Map<String, Integer> known) {
    if (first.size() == 1) {
      for (String separator : List.of(";", "\t", "|")) {
        for (String part : first.cell(0).split(java.util.regex.Pattern.quote(separator))) {
          if (known.containsKey(tidy(part))) {
            return new RefusedFileException(
                first.line(),
                "",
                "wrong_delimiter",
                "The cells are not separated by commas. Save the file as CSV with commas.");
          }
        }
      }
    }
    return new RefusedFileException(
        first.line(),
        "",
        "no_header",
        "The first row does not have the names of the columns. Add the header row.");
  }

  private static String tidy(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** An unknown name is repeated only if it looks like the name of a column. */
  private static String soundName(String name) {
    return name.length() <= 40 && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_')
        ? name
        : "";
  }
}
