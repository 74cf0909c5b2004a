/** Ids and references that are unique over all nodes. */
@NullMarked
package org.victimfirst.persistence.ids;

import org.jspecify.annotations.NullMarked;
