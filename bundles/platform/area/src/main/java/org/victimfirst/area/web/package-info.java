/** The area's profile on the administration pages. */
@NullMarked
package org.victimfirst.area.web;

import org.jspecify.annotations.NullMarked;
