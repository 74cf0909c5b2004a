package org.victimfirst.persistence.ids;

/**
 * The right to make ids.
 *
 * @param number the node's number, 0 to 1023
 * @param from first millisecond since 1970 that may be used
 * @param to last millisecond that may be used
 */
record Lease(int number, long from, long to) {}
