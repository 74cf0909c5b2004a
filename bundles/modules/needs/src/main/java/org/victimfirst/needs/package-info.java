/** The needs module: what people need at the start, in reviews and at the end, and what changed. */
@NullMarked
package org.victimfirst.needs;

import org.jspecify.annotations.NullMarked;
