package org.victimfirst.api.reporting;

/**
 * How a figure is counted, in words.
 *
 * @param figure path of the figure in its section, such as {@code closed}, or a group of them
 * @param label words for people
 * @param words what is counted, by which date, and what is left out
 * @param source where the rule comes from
 */
public record Definition(String figure, String label, String words, String source) {}
