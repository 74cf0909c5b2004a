package org.victimfirst.intake.extract;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.intake.domain.Severity;

/** Checks the cells of one column and brings them into the form that is stored. */
final class ColumnCheck {
  /** Longer texts are kept whole and reported. */
  static final int LONG_TEXT = 4000;

  private static final int MAX_DIGITS = 18;

  private final ExtractColumn column;
  private final @Nullable CodeSet codes;
  private final Finding stored;

  private ColumnCheck(ExtractColumn column, @Nullable CodeSet codes) {
    this.column = column;
    this.codes = codes;
    this.stored =
        column.unknownCode().isEmpty()
            ? Finding.UNKNOWN_CODE
            : Finding.stored(column.unknownCode());
  }

  static ColumnCheck of(ExtractColumn column, AreaProfile profile) {
    boolean coded =
        column.type() == ExtractColumn.Type.CODE || column.type() == ExtractColumn.Type.CODES;
    return new ColumnCheck(column, coded ? CodeSet.of(column, profile) : null);
  }

  String name() {
    return column.name();
  }

  /**
   * Checks a cell and puts what is to be stored in its place.
   *
   * @return what is wrong, or null
   */
  @Nullable Finding check(String cell, String[] cells, @Nullable Object[] moments, int at) {
    cells[at] = cell;
    if (cell.isEmpty()) {
      return column.mandatory() ? Finding.MISSING : null;
    }
    return switch (column.type()) {
      case TEXT -> text(cell);
      case NUMBER -> number(cell) ? null : Finding.NO_NUMBER;
      case DATE -> date(cell, cells, moments, at);
      case TIME -> time(cell, cells, moments, at);
      case CODE -> code(cell, cells, at);
      case CODES -> codes(cell, cells, at);
    };
  }

  private @Nullable Finding text(String cell) {
    if (column.mandatory() && cell.isBlank()) {
      return Finding.MISSING;
    }
    return cell.length() > LONG_TEXT ? Finding.OVER_LONG : null;
  }

  private static boolean number(String cell) {
    int from = cell.charAt(0) == '-' ? 1 : 0;
    if (cell.length() == from || cell.length() > MAX_DIGITS) {
      return false;
    }
    for (int i = from; i < cell.length(); i++) {
      if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Finding date(
      String cell, String[] cells, @Nullable Object[] moments, int at) {
    LocalDate date = DateText.date(cell);
    if (date != null) {
      moments[at] = date;
      return null;
    }
    LocalDateTime other = DateText.other(cell);
    if (other == null) {
      return Finding.NO_DATE;
    }
    moments[at] = other.toLocalDate();
    cells[at] = other.toLocalDate().toString();
    return other.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? Finding.OTHER_DATE
        : Finding.TIME_LEFT_OUT;
  }

  private static @Nullable Finding time(
      String cell, String[] cells, @Nullable Object[] moments, int at) {
    LocalDateTime time = DateText.time(cell);
    if (time != null) {
      moments[at] = time;
      return null;
    }
    LocalDateTime other = DateText.other(cell);
    if (other == null) {
      return Finding.NO_TIME;
    }
    moments[at] = other;
    cells[at] = other.toLocalDate() + "T" + DateText.clock(other.toLocalTime());
    return cell.indexOf(':') < 0 ? Finding.MIDNIGHT : Finding.OTHER_TIME;
  }

  private @Nullable Finding code(String cell, String[] cells, int at) {
    CodeSet known = Objects.requireNonNull(codes);
    if (known.has(cell)) {
      return null;
    }
    String tidied = known.tidied(cell);
    if (tidied != null) {
      cells[at] = tidied;
      return Finding.UNTIDY_CODE;
    }
    if (stored.severity() == Severity.REPORTED) {
      cells[at] = column.unknownCode();
    }
    return stored;
  }

  private @Nullable Finding codes(String cell, String[] cells, int at) {
    CodeSet known = Objects.requireNonNull(codes);
    if (known.has(cell)) {
      return null;
    }
    List<String> taken = new ArrayList<>();
    boolean untidy = false;
    boolean unknown = false;
    for (String part : cell.split(";", -1)) {
      String tidied = known.has(part) ? part : known.tidied(part);
      untidy |= !part.equals(tidied);
      if (tidied != null) {
        taken.add(tidied);
      } else if (!part.isBlank()) {
        unknown = true;
      }
    }
    if (unknown && (taken.isEmpty() || column.unknownCode().isEmpty())) {
      cells[at] = column.unknownCode().isEmpty() ? cell : column.unknownCode();
      return stored;
    }
    if (taken.isEmpty()) {
      return column.mandatory() ? Finding.MISSING : null;
    }
    cells[at] = String.join(";", taken);
    return unknown ? Finding.UNKNOWN_PART : untidy ? Finding.UNTIDY_CODE : null;
  }
}
