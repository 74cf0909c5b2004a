/** What a module says about itself: its name, its permissions, and the gate its requests pass. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.api.module;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
