/** Events that inform, delivered through an outbox so that none is lost. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
