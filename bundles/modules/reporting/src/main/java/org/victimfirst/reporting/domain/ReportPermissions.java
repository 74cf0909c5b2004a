package org.victimfirst.reporting.domain;

/** Names of the permissions. */
public final class ReportPermissions {
  /** To read reports. */
  public static final String READ = "reporting:read";

  /** To see counts under 5. */
  public static final String SMALL_COUNTS = "reporting:small-counts";

  /** To see the cases behind a figure; together with {@link #READ_CASES}. */
  public static final String CASES = "reporting:cases";

  /** The cases module's own permission. */
  public static final String READ_CASES = "cases:read";

  private ReportPermissions() {}
}
