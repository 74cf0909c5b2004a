package org.victimfirst.intake.domain;

/**
 * What became of the rows of a file. The first three add up to the rows that were read.
 *
 * @param added rows that were new
 * @param unchanged rows that were there already
 * @param rejected rows that were left out
 * @param reported rows that were taken and that somebody should look at
 */
public record Counts(long added, long unchanged, long rejected, long reported) {
  /** No rows. */
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /** Both together. */
  public Counts plus(Counts more) {
    return new Counts(
        added + more.added,
        unchanged + more.unchanged,
        rejected + more.rejected,
        reported + more.reported);
  }

  /** Rows that were read. */
  public long read() {
    return added + unchanged + rejected;
  }
}
