/** The console's door: the servlet that all pages come through. */
@NullMarked
package org.victimfirst.web;

import org.jspecify.annotations.NullMarked;
