/** The servlet under /api/v1 and the servers of the modules behind it. */
@NullMarked
package org.victimfirst.rest.server;

import org.jspecify.annotations.NullMarked;
