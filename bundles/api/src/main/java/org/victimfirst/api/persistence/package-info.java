/** A module's own database schema, ids and references. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.api.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
