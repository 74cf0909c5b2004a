/**
 * Signing in, sessions and tokens: what the platform's web and rest bundles need. Not for modules.
 */
@Version("1.0.0")
@NullMarked
package org.victimfirst.security;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
