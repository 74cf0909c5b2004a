/** The intake module: takes in the legacy extract. */
@NullMarked
package org.victimfirst.intake;

import org.jspecify.annotations.NullMarked;
