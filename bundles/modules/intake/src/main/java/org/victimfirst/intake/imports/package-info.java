/** Imports as jobs: checks all files, then loads each in batches from its checkpoint. */
@NullMarked
package org.victimfirst.intake.imports;

import org.jspecify.annotations.NullMarked;
