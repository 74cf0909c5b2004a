/** Reads area profiles from data bundles, checks them and gives the one in force. */
@NullMarked
package org.victimfirst.area;

import org.jspecify.annotations.NullMarked;
