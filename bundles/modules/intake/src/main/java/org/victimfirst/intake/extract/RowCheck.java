package org.victimfirst.intake.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;

/** Checks the rows of one file by its columns. Names every problem of a row, not only the first. */
final class RowCheck {
  private static final long HASH_PRIME = 0x9E3779B97F4A7C15L;

  private final String file;
  private final Header header;
  private final ImportFile form;
  private final Consumer<Problem> problems;
  private final List<ColumnCheck> columns = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * Prepares the checks.
   *
   * @param form the file, with what its survey found
   * @throws RefusedFileException when the area profile lacks a list
   */
  RowCheck(
      ImportFile form,
      Header header,
      List<ExtractColumn> columns,
      AreaProfile profile,
      Consumer<Problem> problems) {
    this.file = form.name();
    this.header = header;
    this.form = form;
    this.problems = problems;
    for (ExtractColumn column : columns) {
      places.put(column.name(), places.size());
      this.columns.add(ColumnCheck.of(column, profile));
    }
  }

  /** Checks a record: the row for its loader, or null when it is refused. */
  @Nullable CheckedRow check(RawRecord raw) {
    if (form.form().cutOff() && raw.record() == form.records()) {
      refuse(raw, "truncated_row", "The file ends in the middle of this row. It was left out.");
      return null;
    }
    if (raw.size() != header.cells()) {
      refuseSize(raw);
      return null;
    }
    String[] cells = new String[columns.size()];
    @Nullable Object[] moments = new Object[columns.size()];
    boolean sound = true;
    long hash = 0;
    String key = raw.cell(header.place(0));
    boolean perCell = !form.form().encoding().equals(Survey.WINDOWS_1252);
    for (int i = 0; i < cells.length; i++) {
      int place = header.place(i);
      hash = Long.rotateLeft(hash ^ raw.hash(place), 29) * HASH_PRIME;
      String cell = raw.cell(place);
      ColumnCheck column = columns.get(i);
      if (raw.oddities(place) != 0) {
        sound &= odd(raw, key, column.name(), raw.oddities(place), perCell);
      }
      Finding found = column.check(cell, cells, moments, i);
      if (found != null) {
        sound &= found.severity() == Severity.REPORTED;
        add(raw, key, column.name(), found);
      }
    }
    return sound ? new CheckedRow(places, raw.record(), raw.line(), cells, moments, hash) : null;
  }

  private boolean odd(RawRecord raw, String key, String column, byte odd, boolean perCell) {
    if ((odd & RawRecord.UNREADABLE) != 0) {
      add(raw, key, column, Finding.UNREADABLE);
      return false;
    }
    if ((odd & RawRecord.WINDOWS_1252) != 0 && perCell) {
      add(raw, key, column, Finding.WINDOWS_1252);
    }
    if ((odd & RawRecord.NUL) != 0) {
      add(raw, key, column, Finding.NUL);
    }
    if ((odd & RawRecord.STRAY_QUOTE) != 0) {
      add(raw, key, column, Finding.STRAY_QUOTE);
    }
    return true;
  }

  private void refuseSize(RawRecord raw) {
    int missing = header.cells() - raw.size();
    if (missing > 0) {
      refuse(
          raw,
          "too_few_cells",
          "The row has "
              + raw.size()
              + " cells and the header "
              + header.cells()
              + ". It was left out.");
    } else {
      refuse(
          raw,
          "too_many_cells",
          "The row has "
              + raw.size()
              + " cells and the header "
              + header.cells()
              + ". It was left out.");
    }
  }

  private void refuse(RawRecord raw, String code, String sentence) {
    int place = header.place(0);
    String key = place < raw.size() ? raw.cell(place) : "";
    add(raw, key, "", new Finding(code, Severity.REJECTED, sentence));
  }

  private void add(RawRecord raw, String key, String column, Finding found) {
    problems.accept(
        new Problem(
            file,
            raw.record(),
            raw.line(),
            key,
            column,
            found.code(),
            found.severity(),
            found.sentence()));
  }
}
