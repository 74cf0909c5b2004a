/** Pages under /intake. */
@NullMarked
package org.victimfirst.intake.web;

import org.jspecify.annotations.NullMarked;
