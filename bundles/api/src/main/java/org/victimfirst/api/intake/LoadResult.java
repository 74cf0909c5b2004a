package org.victimfirst.api.intake;

/**
 * What became of a batch. Rows that were neither added nor unchanged were refused.
 *
 * @param added rows that are new
 * @param unchanged rows that were there already, with the same content
 */
public record LoadResult(int added, int unchanged) {}
