package org.victimfirst.api.area;

/**
 * A band of lengths of support.
 *
 * @param code its code in the list {@code length_band}
 * @param unit {@code days} (both ends counted) or {@code months} (rounded up)
 * @param from shortest length in it
 * @param to longest length in it, both included
 */
public record LengthBand(String code, String unit, int from, int to) {}
