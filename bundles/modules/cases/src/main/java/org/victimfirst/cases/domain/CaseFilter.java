package org.victimfirst.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows. An empty text or null leaves the field out.
 *
 * @param status {@code open} or {@code closed}
 * @param worker login of the caseworker, or {@link #NOBODY}
 * @param supportLevel code of {@code support_level}, or {@link #NOT_SET}
 * @param occurrenceType code of {@code occurrence_type}
 * @param source code of {@code referral_source}
 * @param outcome code of {@code closure_outcome}
 * @param openedFrom first day of opening
 * @param openedTo last day of opening
 * @param closedFrom first day of closing
 * @param closedTo last day of closing
 * @param safeContact {@link #WARNING} or {@link #NOTHING_ASKED}
 * @param due only open cases whose next action is due today or late
 * @param child only people who count as children or young people when they were referred
 * @param sort {@link #BY_NEXT_ACTION}, {@link #BY_OPENED} (newest first, the default) or {@link
 *     #BY_CLOSED} (newest first)
 */
public record CaseFilter(
    String status,
    String worker,
    String supportLevel,
    String occurrenceType,
    String source,
    String outcome,
    @Nullable LocalDate openedFrom,
    @Nullable LocalDate openedTo,
    @Nullable LocalDate closedFrom,
    @Nullable LocalDate closedTo,
    String safeContact,
    boolean due,
    boolean child,
    String sort) {
  /** For {@code worker}: cases that nobody has yet. */
  public static final String NOBODY = "-";

  /** For {@code supportLevel}: not set yet. */
  public static final String NOT_SET = "-";

  /** For {@code safeContact}: a channel is not safe. */
  public static final String WARNING = "warning";

  /** For {@code safeContact}: nothing was asked, or all answers have ended. */
  public static final String NOTHING_ASKED = "not_asked";

  /** For {@code sort}: what is due first comes first. */
  public static final String BY_NEXT_ACTION = "next_action";

  /** For {@code sort}: opened last comes first. */
  public static final String BY_OPENED = "opened";

  /** For {@code sort}: closed last comes first. */
  public static final String BY_CLOSED = "closed";

  /** Every case. */
  public static final CaseFilter ALL =
      new CaseFilter("", "", "", "", "", "", null, null, null, null, "", false, false, "");

  /** The same with a status. */
  public CaseFilter withStatus(String value) {
    return new CaseFilter(
        value,
        worker,
        supportLevel,
        occurrenceType,
        source,
        outcome,
        openedFrom,
        openedTo,
        closedFrom,
        closedTo,
        safeContact,
        due,
        child,
        sort);
  }

  /** The same with a caseworker. */
  public CaseFilter withWorker(String value) {
    return new CaseFilter(
        status,
        value,
        supportLevel,
        occurrenceType,
        source,
        outcome,
        openedFrom,
        openedTo,
        closedFrom,
        closedTo,
        safeContact,
        due,
        child,
        sort);
  }

  /** The same, only what is due today or late. */
  public CaseFilter withDue() {
    return new CaseFilter(
        status,
        worker,
        supportLevel,
        occurrenceType,
        source,
        outcome,
        openedFrom,
        openedTo,
        closedFrom,
        closedTo,
        safeContact,
        true,
        child,
        BY_NEXT_ACTION);
  }
}
