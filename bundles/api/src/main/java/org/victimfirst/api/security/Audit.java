package org.victimfirst.api.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The append-only record of what was read and changed. Rows are sealed into a chain afterwards; a
 * changed, missing or inserted row is found by {@code victimfirst audit verify}.
 *
 * <p>Details hold codes and ids, never names, numbers or text that somebody typed.
 */
@ProviderType
public interface Audit {
  /**
   * Records in the caller's transaction: for writes.
   *
   * @param connection an open transaction, of any module
   * @param call who and from where
   * @param action {@code module.subject.verb}, such as {@code needs.assessment.saved}
   * @param subjectType such as {@code case}
   * @param subjectId the subject's id, or 0
   * @param details further facts, keys in snake case
   */
  void record(
      Connection connection,
      Call call,
      String action,
      String subjectType,
      long subjectId,
      Map<String, String> details)
      throws SQLException;

  /**
   * Records in a transaction of its own, before it returns: for reads of personal data and for
   * refusals.
   */
  void record(
      Call call, String action, String subjectType, long subjectId, Map<String, String> details);
}
