package org.victimfirst.api.cases;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an import of child rows has to know of a case.
 *
 * @param id the case's id
 * @param openedAt local time
 * @param closedAt local time, or null while open
 * @param supportLevel {@code enhanced}, {@code standard}, {@code none}, or null while open
 */
public record LegacyCase(
    long id,
    LocalDateTime openedAt,
    @Nullable LocalDateTime closedAt,
    @Nullable String supportLevel) {}
