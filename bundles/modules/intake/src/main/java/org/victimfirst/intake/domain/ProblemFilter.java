package org.victimfirst.intake.domain;

/**
 * Which problems are asked for; an empty string means all.
 *
 * @param file name of a file
 * @param code a problem's code
 * @param severity {@code rejected} or {@code reported}
 */
public record ProblemFilter(String file, String code, String severity) {
  /** All problems. */
  public static final ProblemFilter ALL = new ProblemFilter("", "", "");
}
