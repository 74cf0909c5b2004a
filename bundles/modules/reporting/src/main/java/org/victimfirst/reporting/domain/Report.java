package org.victimfirst.reporting.domain;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/**
 * A report as it was made.
 *
 * @param period the days that it covers
 * @param area the area's name
 * @param madeAt local time
 * @param totals totals of the period
 * @param parts the sections that were made, in order
 * @param absent the sections that the area expects and that are not there
 * @param withheld whether small counts were left out
 */
public record Report(
    Period period,
    String area,
    LocalDateTime madeAt,
    Totals totals,
    List<Part> parts,
    List<Absent> absent,
    boolean withheld) {
  /**
   * One section.
   *
   * @param key its key
   * @param title its title
   * @param section what it counted
   * @param withheld what was left out of it
   */
  public record Part(String key, String title, Section section, Withheld withheld) {
    /** A heading that says what is counted by, and nothing of what was found. */
    public String by(String category) {
      return title + ", by " + category.toLowerCase(Locale.UK);
    }
  }

  /**
   * What was left out of a section.
   *
   * @param small whether small counts are left out at all
   * @param paths paths of the figures that were left out
   * @param values their values, to be left out wherever else they stand
   */
  public record Withheld(boolean small, Set<String> paths, Set<Long> values) {
    /** Nothing. */
    public static final Withheld NOTHING = new Withheld(false, Set.of(), Set.of());

    /** Whether a number of the section may not be shown. */
    public boolean hides(long number) {
      return small && ((number > 0 && number < SmallCounts.SMALLEST) || values.contains(number));
    }

    /** Whether one of some numbers may not be shown. */
    public boolean hides(List<Long> numbers) {
      return numbers.stream().anyMatch(this::hides);
    }
  }

  /**
   * A section that is not there.
   *
   * @param key its key
   * @param title its title
   * @param reason why
   * @param module the module that would bring it, or an empty string
   */
  public record Absent(String key, String title, Reason reason, String module) {}

  /** Why a section is not there. */
  public enum Reason {
    /** Its module is not installed. */
    NOT_INSTALLED,
    /** It is installed and failed. */
    NOT_AVAILABLE
  }

  /** A check and the section that it is from. */
  public record Checked(String key, Check check) {}

  /** Whether the number of closed cases may be shown. */
  public boolean showsClosed() {
    Withheld alone = new Withheld(withheld, Set.of(), Set.of());
    return !alone.hides(totals.closed())
        && parts.stream().noneMatch(part -> part.withheld().hides(totals.closed()));
  }

  /** All checks, in the order of the sections. */
  public List<Checked> checks() {
    List<Checked> all = new ArrayList<>();
    for (Part part : parts) {
      part.section().checks().forEach(check -> all.add(new Checked(part.key(), check)));
    }
    return all;
  }

  /** The checks that fail. */
  public List<Checked> failing() {
    return checks().stream().filter(checked -> !checked.check().agrees()).toList();
  }
}
