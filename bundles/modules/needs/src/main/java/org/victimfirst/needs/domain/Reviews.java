package org.victimfirst.needs.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.security.Actor;

/** The reviews that a person has to make soon. */
@Component(service = Reviews.class)
public final class Reviews {
  /** Name of the profile's setting: days after an assessment by which the next one is due. */
  public static final String SETTING = "needs.review-after-days";

  /** Days by which it is due where the profile does not say. */
  static final int USUAL_DAYS = 28;

  /** Days before it is due from which a review is shown. */
  static final int DAYS_AHEAD = 7;

  private final ReviewsDue due;
  private final AreaProfiles profiles;
  private final Clock clock;

  /** For the platform. */
  @Activate
  public Reviews(@Reference ReviewsDue due, @Reference AreaProfiles profiles) {
    this(due, profiles, Clock.system(ZoneId.of("Europe/London")));
  }

  /** With a clock that says what time it is there. */
  Reviews(ReviewsDue due, AreaProfiles profiles, Clock clock) {
    this.due = due;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** The reviews of the open cases that a person assessed last, the most urgent first. */
  public List<Review> of(Actor actor) {
    LocalDate today = LocalDate.now(clock);
    int days = days();
    return due.assessedBy(actor.login(), today.plusDays(DAYS_AHEAD).minusDays(days)).stream()
        .map(
            one ->
                new Review(
                    one.caseId(),
                    one.lastOn(),
                    one.lastOn().plusDays(days),
                    one.lastOn().plusDays(days).isBefore(today)))
        .toList();
  }

  private int days() {
    String setting = profiles.current().settings().get(SETTING);
    return setting == null ? USUAL_DAYS : Integer.parseInt(setting);
  }

  /**
   * A review to be made.
   *
   * @param caseId the case
   * @param lastOn the day of the last assessment
   * @param dueOn the day by which it is due
   * @param late whether that day is over
   */
  public record Review(long caseId, LocalDate lastOn, LocalDate dueOn, boolean late) {}
}
