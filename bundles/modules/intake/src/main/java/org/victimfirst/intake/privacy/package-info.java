/** What the stored files of imports hold, and when they are deleted. */
@NullMarked
package org.victimfirst.intake.privacy;

import org.jspecify.annotations.NullMarked;
