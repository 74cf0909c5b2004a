package org.victimfirst.cases.report;

/**
 * What was counted of one code.
 *
 * @param code the code
 * @param label its label
 * @param closed cases closed
 * @param enhanced of these, with enhanced support
 * @param childClosed cases closed of children and young people
 * @param childEnhanced of these, with enhanced support
 */
record Line(
    String code, String label, long closed, long enhanced, long childClosed, long childEnhanced) {}
