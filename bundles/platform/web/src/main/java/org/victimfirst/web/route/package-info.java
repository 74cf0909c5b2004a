/** From an address to the handler that answers it. */
@NullMarked
package org.victimfirst.web.route;

import org.jspecify.annotations.NullMarked;
