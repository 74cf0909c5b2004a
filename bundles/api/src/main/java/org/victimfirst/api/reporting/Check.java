package org.victimfirst.api.reporting;

/**
 * A sum that must agree with another.
 *
 * @param sentence what is compared, such as "Referral sources add up to cases closed"
 * @param expected the figure that it must have
 * @param found the figure that it has
 */
public record Check(String sentence, long expected, long found) {
  /** Whether they agree. */
  public boolean agrees() {
    return expected == found;
  }
}
