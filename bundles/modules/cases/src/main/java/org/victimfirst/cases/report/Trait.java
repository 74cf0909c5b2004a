package org.victimfirst.cases.report;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.reporting.Block;
import org.victimfirst.api.reporting.Totals;

/**
 * One thing that is asked about people.
 *
 * @param key key of its figures
 * @param dimension its column in the facts; null for the disabilities, which may be several
 * @param title title of its chart
 * @param words how it is counted
 * @param category one of its categories
 * @param others the word for several of them
 * @param ordered whether its categories have an order, so that the chart keeps it and shows all
 */
record Trait(
    String key,
    @Nullable FactDimension dimension,
    String title,
    String words,
    String category,
    String others,
    boolean ordered) {
  static final List<Trait> ALL =
      List.of(
          of("gender", FactDimension.GENDER, "Gender", "Gender as told to us.", "groups"),
          new Trait(
              "age",
              FactDimension.AGE_BAND,
              "Age when referred",
              "Age in whole years on the day on which the referral was received, in the area's"
                  + " bands; unknown without a date of birth.",
              "Age",
              "bands",
              true),
          of(
              "ethnicity",
              FactDimension.ETHNICITY,
              "Ethnicity",
              "Ethnicity as told to us.",
              "groups"),
          new Trait(
              CodeBook.DISABILITY,
              null,
              "Disability",
              "A case counts once for each answer, so that the answers may be more than the cases.",
              "Disability",
              "answers",
              false),
          of(
              "religion",
              FactDimension.RELIGION,
              "Religion",
              "Religion as told to us.",
              "religions"),
          of(
              "sexual_orientation",
              FactDimension.SEXUAL_ORIENTATION,
              "Sexual orientation",
              "Sexual orientation as told to us.",
              "answers"),
          of(
              "communication_need",
              FactDimension.COMMUNICATION_NEED,
              "Communication needs",
              "The communication need that was recorded.",
              "needs"));

  private static final Set<String> NOT_KNOWN =
      Set.of(Lines.UNKNOWN, Lines.NOT_RECORDED, "prefer_not_to_say");

  private static Trait of(
      String key, FactDimension dimension, String title, String words, String others) {
    return new Trait(key, dimension, title, words, title, others, false);
  }

  String list() {
    return dimension == null ? CodeBook.DISABILITY : dimension.list();
  }

  boolean several() {
    return dimension == null;
  }

  /** The chart. Where most answers are unknown it shows the known ones, and the note tells. */
  Block draw(Lines lines, Totals totals) {
    String column = dimension == null ? CodeBook.DISABILITY : dimension.column();
    Bars bars = Bars.of(column, category, others);
    if (several()) {
      bars = bars.withoutTotal();
    }
    long unknown = sum(lines, Lines.UNKNOWN) + sum(lines, Lines.NOT_RECORDED);
    String note = words.startsWith("A case") ? words : told(unknown, totals);
    if (ordered) {
      return bars.draw(title, note, lines);
    }
    if (unknown * 2 > totals.closed()) {
      return bars.withShown(5)
          .draw(
              title + ", where known",
              note + preferNotToSay(lines),
              lines,
              line -> line.closed() > 0 && !NOT_KNOWN.contains(line.code()));
    }
    return bars.withShown(8)
        .draw(
            title,
            note + " Groups with nobody are in the table.",
            lines,
            line -> line.closed() > 0);
  }

  private static long sum(Lines lines, String code) {
    return lines.all().stream()
        .filter(line -> line.code().equals(code))
        .mapToLong(Line::closed)
        .sum();
  }

  private static String told(long unknown, Totals totals) {
    return unknown == 0
        ? "Cases closed. Known for all."
        : "Cases closed. Unknown for %s of %s."
            .formatted(Finding.number(unknown), Finding.number(totals.closed()));
  }

  private static String preferNotToSay(Lines lines) {
    long said = sum(lines, "prefer_not_to_say");
    return said == 0 ? "" : " " + Finding.number(said) + " preferred not to say.";
  }
}
