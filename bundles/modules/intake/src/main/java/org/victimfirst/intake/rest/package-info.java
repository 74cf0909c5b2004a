/** Resources under /api/v1/intake. */
@NullMarked
package org.victimfirst.intake.rest;

import org.jspecify.annotations.NullMarked;
