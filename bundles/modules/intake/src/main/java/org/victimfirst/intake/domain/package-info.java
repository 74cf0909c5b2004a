/** What an import is: its files, their state, the problems found. */
@NullMarked
package org.victimfirst.intake.domain;

import org.jspecify.annotations.NullMarked;
