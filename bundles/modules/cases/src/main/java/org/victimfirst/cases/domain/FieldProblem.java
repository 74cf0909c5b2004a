package org.victimfirst.cases.domain;

/**
 * What is wrong with a field of a form.
 *
 * @param field its name
 * @param code stable, snake case
 * @param sentence what to enter; no personal data
 */
public record FieldProblem(String field, String code, String sentence) {}
