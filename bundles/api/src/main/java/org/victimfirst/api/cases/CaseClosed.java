package org.victimfirst.api.cases;

import java.time.LocalDate;
import org.victimfirst.api.event.Event;

/**
 * A case was closed.
 *
 * @param subjectId the case's id
 * @param on the day
 * @param outcome code of {@code closure_outcome}
 * @param supportLevel {@code enhanced}, {@code standard} or {@code none}
 */
public record CaseClosed(long subjectId, LocalDate on, String outcome, String supportLevel)
    implements Event {}
