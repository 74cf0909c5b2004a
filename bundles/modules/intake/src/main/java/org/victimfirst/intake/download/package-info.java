/** Writes problems as a file that a spreadsheet may open. */
@NullMarked
package org.victimfirst.intake.download;

import org.jspecify.annotations.NullMarked;
