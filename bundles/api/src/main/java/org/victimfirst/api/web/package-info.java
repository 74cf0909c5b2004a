/** Pages of the console: routes, responses and the places where a module contributes. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.api.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
