package org.victimfirst.intake.domain;

import java.util.List;

/** The files that the legacy extract consists of, as its schema names them. */
public final class KnownFiles {
  /** States when the extract was made, how many rows each file has and its SHA-256. */
  public static final String MANIFEST = "manifest.json";

  /** The codes and labels of the old system. */
  public static final String LOOKUPS = "lookups.csv";

  /** Files with rows, parents before children. */
  public static final List<String> WITH_ROWS =
      List.of(
          LOOKUPS,
          "demographics.csv",
          "referrals.csv",
          "cases.csv",
          "contact_attempts.csv",
          "needs_assessments.csv",
          "support_actions.csv",
          "onward_referrals.csv",
          "vps.csv",
          "case_reviews.csv",
          "hate.csv",
          "rj_referrals.csv",
          "rj_stage_events.csv",
          "impact_sample.csv",
          "engagement_activities.csv",
          "board_attendance.csv",
          "complaints.csv",
          "satisfaction_surveys.csv",
          "success_stories.csv",
          "reported_baselines.csv");

  /** Files that stand beside the extract and hold nothing to load. */
  public static final List<String> BESIDE =
      List.of("targets.json", "expected_report.json", "messy_expected.json");

  private KnownFiles() {}

  /** Place of a file among those with rows; files that the schema does not name come last. */
  public static int place(String name) {
    int at = WITH_ROWS.indexOf(name);
    return at < 0 ? WITH_ROWS.size() : at;
  }
}
