/** Imports and problems in the database, files on disk. */
@NullMarked
package org.victimfirst.intake.store;

import org.jspecify.annotations.NullMarked;
