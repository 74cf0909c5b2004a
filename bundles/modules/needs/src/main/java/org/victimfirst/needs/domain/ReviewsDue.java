package org.victimfirst.needs.domain;

import java.time.LocalDate;
import java.util.List;

/** Finds open cases whose needs are to be reviewed. */
public interface ReviewsDue {
  /**
   * The open cases that a person assessed last, on a day or earlier, and not yet at the end; the
   * longest ago first.
   *
   * @param login who assessed
   * @param lastOn the latest day of the last assessment
   */
  List<Due> assessedBy(String login, LocalDate lastOn);

  /**
   * A case to be reviewed.
   *
   * @param caseId the case
   * @param lastOn the day of its last assessment
   */
  record Due(long caseId, LocalDate lastOn) {}
}
