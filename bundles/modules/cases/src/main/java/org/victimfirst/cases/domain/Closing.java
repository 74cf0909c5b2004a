package org.victimfirst.cases.domain;

/**
 * How a case is to be closed.
 *
 * @param outcome code of {@code closure_outcome}
 * @param duplicateOf reference of the case that this one repeats, in any spelling, or an empty
 *     string
 * @param reason more of it for the next reader, or an empty string
 */
public record Closing(String outcome, String duplicateOf, String reason) {}
