/** Threads that are stopped and joined, so that nothing outlives the bundle. */
@NullMarked
package org.victimfirst.persistence.thread;

import org.jspecify.annotations.NullMarked;
