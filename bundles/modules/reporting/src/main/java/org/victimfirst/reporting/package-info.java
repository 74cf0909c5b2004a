/** The quarterly report, composed of the sections that the installed modules bring. */
@NullMarked
package org.victimfirst.reporting;

import org.jspecify.annotations.NullMarked;
