/**
 * What tests of modules share: Derby in memory and PostgreSQL with real migrations, and requests
 * for pages.
 */
@Version("1.0.0")
@NullMarked
package org.victimfirst.testing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
