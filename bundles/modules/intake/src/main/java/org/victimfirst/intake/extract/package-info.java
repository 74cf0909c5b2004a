/** Reads the files of the extract and checks their form, their header and their cells. */
@NullMarked
package org.victimfirst.intake.extract;

import org.jspecify.annotations.NullMarked;
