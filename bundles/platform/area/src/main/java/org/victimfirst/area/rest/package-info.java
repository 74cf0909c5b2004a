/** The area's profile for other systems. */
@NullMarked
package org.victimfirst.area.rest;

import org.jspecify.annotations.NullMarked;
