/**
 * Real databases for the tests of modules: Derby in memory and PostgreSQL, with real migrations.
 */
@Version("1.0.0")
@NullMarked
package org.victimfirst.testing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
