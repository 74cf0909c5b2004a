/** The launcher: starts an instance from a data folder and speaks to a running one. */
@NullMarked
package org.victimfirst.launcher;

import org.jspecify.annotations.NullMarked;
