/** What the rest publisher tells the rest of the platform. Not for modules. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
