package org.victimfirst.cases.domain;

import java.time.LocalDateTime;
import org.victimfirst.api.cases.CaseSummary;

/**
 * A safe-contact incident of the last days. What happened is read in the case.
 *
 * @param summary the case in a line
 * @param safeChannel code of {@code safe_channel}, or an empty string where none was shut
 * @param recordedAt local time
 * @param recordedBy login
 */
public record RecentIncident(
    CaseSummary summary, String safeChannel, LocalDateTime recordedAt, String recordedBy) {}
