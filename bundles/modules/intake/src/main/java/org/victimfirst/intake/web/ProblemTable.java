package org.victimfirst.intake.web;

import java.util.List;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.intake.domain.Problem;

/** Problems as a table that becomes cards on a narrow screen. */
final class ProblemTable {
  private ProblemTable() {}

  static Html of(List<Problem> problems) {
    return Vf.stack(
        Table.of(
                "Rows with problems",
                "Where",
                "Key",
                "Column",
                "Problem and what was done",
                "Result")
            .withRows(problems.stream().map(ProblemTable::row).toList()));
  }

  private static List<Cell> row(Problem problem) {
    return List.of(
        Cell.html(where(problem)),
        Cell.html(problem.key().isEmpty() ? Html.text("–") : Inline.code(problem.key())),
        Cell.html(problem.column().isEmpty() ? Html.text("–") : Inline.code(problem.column())),
        Cell.html(
            Html.all(
                Html.text(problem.sentence()), Html.markup("<br>"), Inline.soft(problem.code()))),
        Cell.text(Labels.of(problem.severity())));
  }

  private static Html where(Problem problem) {
    Html file = Inline.code(problem.file());
    if (problem.line() == 0) {
      return Html.all(file, Html.markup("<br>"), Inline.soft("whole file"));
    }
    return Html.all(file, Html.markup("<br>"), Inline.soft("line " + Words.number(problem.line())));
  }
}
