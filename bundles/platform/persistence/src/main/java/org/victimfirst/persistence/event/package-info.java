/** The outbox, and the delivery of what is in it. */
@NullMarked
package org.victimfirst.persistence.event;

import org.jspecify.annotations.NullMarked;
