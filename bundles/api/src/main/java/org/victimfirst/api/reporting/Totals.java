package org.victimfirst.api.reporting;

/**
 * Totals of the period, counted by the report itself, for cross-footing.
 *
 * @param closed cases closed
 * @param enhanced of these, with enhanced support
 * @param child cases closed of children and young people
 * @param childEnhanced of these, with enhanced support
 * @param referred referrals received
 */
public record Totals(long closed, long enhanced, long child, long childEnhanced, long referred) {}
