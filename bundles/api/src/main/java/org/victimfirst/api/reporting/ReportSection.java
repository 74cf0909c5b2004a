package org.victimfirst.api.reporting;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ConsumerType;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.ReferralFact;

/**
 * A section of the quarterly report. A service with {@code victimfirst.module}; of two with one key
 * the one with the higher service ranking is used, and the other is named in the log.
 *
 * <p>The report reads the period's facts once and hands every row to every section; a section must
 * therefore count in constant time and allocate nothing per row. A section that throws is shown as
 * not available; the others are made.
 */
@ConsumerType
public interface ReportSection {
  /** Key of the filters whose figures count referrals received, not cases closed. */
  String REFERRALS = "referrals";

  /** Key in the JSON, snake case, such as {@code referral_source}. */
  String key();

  /** Title for people, such as "Referral sources". */
  String title();

  /** Place in the report; sections come in ascending order. */
  int order();

  /** How its figures are counted. Every figure is covered. */
  List<Definition> definitions();

  /** Begins to count. A section with facts of its own reads them here, once. */
  Counter begin(ReportRun run) throws SQLException;

  /**
   * The cases behind a figure.
   *
   * @param filter the drill-down filter of a {@link Block}, such as {@code source=uava}
   * @return which of the period's closed cases belong to it
   * @throws IllegalArgumentException when the filter is not the section's
   */
  Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) throws SQLException;

  /**
   * The referrals behind a figure that counts referrals: asked when the filter has the key {@value
   * #REFERRALS}, instead of {@link #cases}.
   *
   * @param filter the drill-down filter of a {@link Block}, such as {@code referrals=third_party}
   * @return which of the referrals received in the period belong to it
   * @throws IllegalArgumentException when the filter is not the section's
   */
  default Predicate<ReferralFact> referrals(ReportRun run, Map<String, String> filter)
      throws SQLException {
    throw new IllegalArgumentException("The section has no figures of referrals");
  }

  /** The counting of one report; used by one thread. */
  @ConsumerType
  interface Counter {
    /** A case that was closed in the period. */
    default void closed(CaseFact fact) {}

    /** A referral that was received in the period. */
    default void received(ReferralFact fact) {}

    /** Ends the counting. */
    Section end(Totals totals);
  }
}
