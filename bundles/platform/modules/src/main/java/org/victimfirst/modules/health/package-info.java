/** Health for machines, and metrics. */
@NullMarked
package org.victimfirst.modules.health;

import org.jspecify.annotations.NullMarked;
