package org.victimfirst.api.cases;

import java.time.LocalDate;
import org.victimfirst.api.event.Event;

/**
 * A case was opened.
 *
 * @param subjectId the case's id
 * @param on the day
 */
public record CaseOpened(long subjectId, LocalDate on) implements Event {}
