package org.victimfirst.api.reporting;

import java.sql.Connection;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CodeBook;

/** One making of a report, as a section sees it. */
@ProviderType
public interface ReportRun {
  /** First day of the period. */
  LocalDate from();

  /** Last day of the period, included. */
  LocalDate to();

  /** The area's lists. */
  AreaProfile profile();

  /** The numbers of the facts. */
  CodeBook codeBook();

  /** A connection to read the section's own facts with. */
  Connection connection();
}
