package org.victimfirst.api.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a module holds of a person. Every module with personal data provides one service, carrying
 * {@code victimfirst.module}; a subject access pack is refused while an installed module does not
 * answer.
 */
@ConsumerType
public interface SubjectData {
  /** Retention class by which the module's rows are kept, a code of the area profile. */
  String retentionClass();

  /** Whether the module holds anything of the person or of the person's cases. */
  boolean holds(Connection connection, long personId, Set<Long> caseIds) throws SQLException;

  /**
   * All that the module holds, for the person to read: headings to rows of column to value, in
   * words.
   */
  Map<String, Iterable<Map<String, String>>> export(
      Connection connection, long personId, Set<Long> caseIds) throws SQLException;

  /**
   * Erases it, in the caller's transaction; de-identified facts stay.
   *
   * @return rows erased
   */
  int erase(Connection connection, long personId, Set<Long> caseIds) throws SQLException;
}
