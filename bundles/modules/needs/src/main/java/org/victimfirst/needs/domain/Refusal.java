package org.victimfirst.needs.domain;

/**
 * Why a value cannot be taken.
 *
 * @param field the field as resources name it, such as {@code assessedOn} or {@code ratings.family}
 * @param code stable, snake case
 * @param sentence what to do, for people; no personal data
 */
public record Refusal(String field, String code, String sentence) {}
