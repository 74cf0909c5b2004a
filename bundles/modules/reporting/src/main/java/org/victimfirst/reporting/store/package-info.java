/** What left the service, in the database. */
@NullMarked
package org.victimfirst.reporting.store;

import org.jspecify.annotations.NullMarked;
