/** The quarterly report: how a module adds its section. */
@Version("1.3.0")
@NullMarked
package org.victimfirst.api.reporting;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
