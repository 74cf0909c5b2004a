/** Jobs as rows with leases. */
@NullMarked
package org.victimfirst.persistence.job;

import org.jspecify.annotations.NullMarked;
