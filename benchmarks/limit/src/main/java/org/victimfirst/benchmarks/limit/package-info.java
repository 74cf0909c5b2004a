/** What the same server reaches without the product. */
@org.jspecify.annotations.NullMarked
package org.victimfirst.benchmarks.limit;
