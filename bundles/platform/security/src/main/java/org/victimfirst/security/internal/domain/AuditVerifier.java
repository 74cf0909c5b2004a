package org.victimfirst.security.internal.domain;

import java.util.List;

/** Checks the whole audit against its seals. */
public interface AuditVerifier {
  /** Reads every seal and every row. Takes about ten seconds for each million rows. */
  Report verify();

  /** What can be wrong. */
  enum Kind {
    /** A row is not what was sealed. */
    CHANGED,
    /** A row that was sealed is gone. */
    MISSING,
    /** A row is in a range that was sealed and closed without it. */
    INSERTED,
    /** A row should have been sealed long ago. */
    UNSEALED,
    /** A seal is gone, was changed, or does not follow the one before. */
    BROKEN_CHAIN
  }

  /**
   * One thing that is wrong.
   *
   * @param id the row's id, or for {@link Kind#BROKEN_CHAIN} the seal's number
   * @param what in words
   */
  record Finding(Kind kind, long id, String what) {}

  /**
   * What was checked and found.
   *
   * @param sealsChecked seals read
   * @param rowsChecked rows read
   * @param rowsWaiting rows of the last moments that are not sealed yet
   * @param findingCount all findings
   * @param findings the first thousand
   * @param headNumber number of the last seal
   * @param headHash its hash: whoever noted it elsewhere can later see that nothing before it was
   *     made anew
   */
  record Report(
      long sealsChecked,
      long rowsChecked,
      long rowsWaiting,
      long findingCount,
      List<Finding> findings,
      long headNumber,
      String headHash) {
    /** Copies the findings. */
    public Report {
      findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean clean() {
      return findingCount == 0;
    }
  }
}
