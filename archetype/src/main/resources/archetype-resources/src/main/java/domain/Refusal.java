package ${package}.domain;

/**
 * Why a value cannot be taken.
 *
 * @param field the field
 * @param code stable, snake case
 * @param sentence what to enter, for people
 */
public record Refusal(String field, String code, String sentence) {}
