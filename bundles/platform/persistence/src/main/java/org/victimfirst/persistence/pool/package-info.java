/** Connections: one pool for all modules, a few connections of the platform's own. */
@NullMarked
package org.victimfirst.persistence.pool;

import org.jspecify.annotations.NullMarked;
