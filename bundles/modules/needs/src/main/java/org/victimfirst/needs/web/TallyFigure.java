package org.victimfirst.needs.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.reporting.Percent;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.domain.ChangeTally;
import org.victimfirst.needs.domain.Direction;
import org.victimfirst.needs.domain.NeedScale;

/** What changed in many cases, as a sentence and a table. No names. */
final class TallyFigure {
  private final ChangeTally change;
  private final NeedScale scale;

  TallyFigure(ChangeTally change, NeedScale scale) {
    this.change = change;
    this.scale = scale;
  }

  /** "57 (57.0%) have less need at the end, 36 (36.0%) the same, 7 (7.0%) more." */
  String finding() {
    return part(Direction.REDUCED)
        + " have less need at the end, "
        + part(Direction.STAYED_THE_SAME)
        + " the same, "
        + part(Direction.INCREASED)
        + " more.";
  }

  /** How many cases went each way, need by need. */
  Html needs() {
    Table table =
        Table.of(
                "What changed in each need", "Need", "Less", "The same", "More", "No answer at one")
            .withNumbersFrom(1);
    List<List<Cell>> rows = new ArrayList<>();
    for (Map.Entry<String, Map<Direction, Long>> need : change.needs().entrySet()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(scale.areas().label(need.getKey())));
      need.getValue().values().forEach(count -> cells.add(Cell.number(count)));
      rows.add(cells);
    }
    return Vf.stack(table.withRows(rows));
  }

  private String part(Direction direction) {
    long count = change.total(direction);
    return Words.number(count) + " (" + Words.percent(Percent.of(count, change.cases())) + ")";
  }
}
