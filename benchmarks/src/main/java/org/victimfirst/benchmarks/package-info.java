/** How fast the product is, each figure beside a limit measured in the same run. */
@org.jspecify.annotations.NullMarked
package org.victimfirst.benchmarks;
