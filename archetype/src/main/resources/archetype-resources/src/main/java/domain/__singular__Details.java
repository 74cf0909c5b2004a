package ${package}.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What people write.
 *
 * @param day the day that it is about
 * @param note what there is to say
 */
public record ${singular}Details(LocalDate day, String note) {
  /** Letters that a note can have. */
  public static final int LONGEST = 2000;

  /** Why these cannot be taken; empty when they can. */
  List<Refusal> refusals(LocalDate today) {
    List<Refusal> refusals = new ArrayList<>();
    if (day.isAfter(today)) {
      refusals.add(new Refusal("day", "future_date", "Enter a day that is not in the future."));
    }
    if (note.isBlank()) {
      refusals.add(new Refusal("note", "missing", "Enter a note."));
    } else if (note.length() > LONGEST) {
      refusals.add(new Refusal("note", "too_long", "Shorten the note to " + LONGEST + " letters."));
    }
    return refusals;
  }
}
