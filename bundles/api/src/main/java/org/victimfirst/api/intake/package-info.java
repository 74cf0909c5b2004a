/** The legacy extract: how a module claims the files that are its own. */
@Version("1.1.0")
@NullMarked
package org.victimfirst.api.intake;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
