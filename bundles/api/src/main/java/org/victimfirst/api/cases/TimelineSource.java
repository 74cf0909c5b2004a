package org.victimfirst.api.cases;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.victimfirst.api.security.Call;

/**
 * Adds a module's doings to the one timeline of a case. A service with {@code victimfirst.module}.
 * Asked together with all others, for two seconds at most; one that throws or is late is named on
 * the page, and the others are shown.
 */
@ConsumerType
public interface TimelineSource {
  /** Entries of a case that the caller may see, in any order. */
  List<TimelineEntry> entries(Call call, long caseId);
}
