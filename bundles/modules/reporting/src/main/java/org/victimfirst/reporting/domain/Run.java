package org.victimfirst.reporting.domain;

import java.sql.Connection;
import java.time.LocalDate;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.reporting.ReportRun;

/** One making of a report. */
record Run(
    LocalDate from, LocalDate to, AreaProfile profile, CodeBook codeBook, Connection connection)
    implements ReportRun {}
