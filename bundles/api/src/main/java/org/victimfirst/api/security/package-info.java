/** Who is acting, what they may do, and the record of what they read and changed. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.api.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
