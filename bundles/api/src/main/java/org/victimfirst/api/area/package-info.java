/** The area profile: code lists, geography, bands and calendar as dated data. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.api.area;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
