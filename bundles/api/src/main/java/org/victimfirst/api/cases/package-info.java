/** What the cases module offers to others: the case directory, the timeline, case facts, events. */
@Version("1.2.0")
@NullMarked
package org.victimfirst.api.cases;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
