package org.victimfirst.intake.domain;

/**
 * How often a problem occurs in an import.
 *
 * @param file name of the file
 * @param code the problem's code
 * @param severity what it led to
 * @param count how often
 */
public record ProblemCount(String file, String code, Severity severity, long count) {}
