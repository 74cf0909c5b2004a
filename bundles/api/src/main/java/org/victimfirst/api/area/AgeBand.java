package org.victimfirst.api.area;

/**
 * A band of ages in whole years.
 *
 * @param code its code in the list {@code age_band}
 * @param from youngest age in it
 * @param to oldest age in it, both included
 */
public record AgeBand(String code, int from, int to) {}
