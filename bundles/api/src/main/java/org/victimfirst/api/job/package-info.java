/** Long work as rows with leases, so that it survives a restart and runs on one node. */
@Version("1.0.0")
@NullMarked
package org.victimfirst.api.job;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
