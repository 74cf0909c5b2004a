package org.victimfirst.needs.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an assessor fills in.
 *
 * @param assessedOn the day on which the person was asked
 * @param contactMode code of {@code contact_mode}, or an empty string
 * @param reason why the needs are reviewed: a code of {@code review_reason}, or an empty string
 * @param reasonNote more about why, or an empty string
 * @param draft whether it is to be finished later; a draft counts nowhere
 * @param ratings the needs that were asked or have a note, one for each area
 */
public record AssessmentAnswers(
    LocalDate assessedOn,
    String contactMode,
    String reason,
    String reasonNote,
    boolean draft,
    List<NeedRating> ratings) {
  /** Name of the list of ways of contact. */
  public static final String CONTACT_MODES = "contact_mode";

  /** Name of the list of reasons for a review. */
  public static final String REVIEW_REASONS = "review_reason";

  /** Leaves out ratings that say nothing. */
  public AssessmentAnswers {
    ratings = ratings.stream().filter(rating -> !rating.blank()).toList();
  }

  /** The rating of an area. */
  public Optional<NeedRating> rating(String area) {
    return ratings.stream().filter(rating -> rating.area().equals(area)).findFirst();
  }

  /** The level of an area; an empty string while it was not asked. */
  public String level(String area) {
    return rating(area).map(NeedRating::level).orElse("");
  }

  /** How many needs were asked. */
  public int asked() {
    return (int) ratings.stream().filter(NeedRating::asked).count();
  }
}
