package org.victimfirst.api.web.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A table. {@link Govuk#table} draws it as it is; {@link Vf#stack} as one that becomes cards on a
 * narrow screen, for tables with prose.
 *
 * @param caption what it shows; always given, hidden if a heading says the same
 * @param captionClasses such as {@code govuk-visually-hidden} or {@code govuk-table__caption--m}
 * @param head the column headers, or an empty list
 * @param rows the rows
 * @param rowHeaders whether the first cell of each row is its header
 * @param classes further classes
 * @param attributes further attributes
 */
public record Table(
    String caption,
    String captionClasses,
    List<Cell> head,
    List<List<Cell>> rows,
    boolean rowHeaders,
    String classes,
    Map<String, String> attributes) {
  /** Copies the lists. */
  public Table {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }

  /** A table with a hidden caption, whose rows begin with a header. */
  public static Table of(String caption, String... columns) {
    List<Cell> head = new ArrayList<>();
    for (String column : columns) {
      head.add(Cell.text(column));
    }
    return new Table(caption, "govuk-visually-hidden", head, List.of(), true, "", Map.of());
  }

  /** The same table with these column headers. */
  public Table withHead(List<Cell> cells) {
    return new Table(caption, captionClasses, cells, rows, rowHeaders, classes, attributes);
  }

  /** The same table, whose columns from this one on (from 0) are numbers. */
  public Table withNumbersFrom(int column) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < head.size(); i++) {
      Cell cell = head.get(i);
      cells.add(new Cell(cell.content(), i >= column, cell.classes(), cell.attributes()));
    }
    return withHead(cells);
  }

  /** The same table with these rows. */
  public Table withRows(List<List<Cell>> all) {
    return new Table(caption, captionClasses, head, all, rowHeaders, classes, attributes);
  }

  /** The same table with one more row. */
  public Table withRow(Cell... cells) {
    List<List<Cell>> all = new ArrayList<>(rows);
    all.add(List.of(cells));
    return withRows(all);
  }

  /** The same table with its caption shown in this way, such as {@code govuk-table__caption--m}. */
  public Table withCaptionClasses(String names) {
    return new Table(caption, names, head, rows, rowHeaders, classes, attributes);
  }

  /** The same table, whose rows have no header. */
  public Table withoutRowHeaders() {
    return new Table(caption, captionClasses, head, rows, false, classes, attributes);
  }

  /** The same table with further classes. */
  public Table withClasses(String more) {
    return new Table(
        caption, captionClasses, head, rows, rowHeaders, Markup.classes(classes, more), attributes);
  }

  /** The same table with these attributes. */
  public Table withAttributes(Map<String, String> all) {
    return new Table(caption, captionClasses, head, rows, rowHeaders, classes, all);
  }
}
