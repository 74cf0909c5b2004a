/** The state of the modules' schemas, and backup and restore: for the platform, not for modules. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
