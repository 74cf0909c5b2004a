package org.victimfirst.api.cases;

import java.time.LocalDate;
import org.victimfirst.api.event.Event;

/**
 * A closed case was opened again.
 *
 * @param subjectId the case's id
 * @param on the day
 */
public record CaseReopened(long subjectId, LocalDate on) implements Event {}
