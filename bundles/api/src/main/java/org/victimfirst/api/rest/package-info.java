/**
 * Resources under /api/v1/MODULE: what a module publishes and how it says that something is wrong.
 */
@Version("1.1.0")
@NullMarked
package org.victimfirst.api.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
