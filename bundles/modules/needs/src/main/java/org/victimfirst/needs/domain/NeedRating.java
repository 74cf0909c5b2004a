package org.victimfirst.needs.domain;

/**
 * The answer for one need.
 *
 * @param area code of {@code need_area}
 * @param level code of {@code need_level}; an empty string while it was not asked
 * @param note what the person said, or an empty string; personal data
 */
public record NeedRating(String area, String level, String note) {
  /** Whether it was asked; the answer may still be that nothing was recorded. */
  public boolean asked() {
    return !level.isEmpty();
  }

  /** Whether it says nothing at all. */
  public boolean blank() {
    return !asked() && note.isEmpty();
  }
}
