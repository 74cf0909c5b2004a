package org.victimfirst.reporting.domain;

import java.time.LocalDateTime;

/**
 * A report that left the service.
 *
 * @param period the days that it covers
 * @param format such as {@code csv}
 * @param withheld whether small counts were left out
 * @param madeAt local time
 * @param madeBy login of whoever took it
 * @param sha256 hash of the content, 64 hexadecimal digits
 */
public record Release(
    Period period,
    String format,
    boolean withheld,
    LocalDateTime madeAt,
    String madeBy,
    String sha256) {}
