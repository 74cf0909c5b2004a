package ${package}.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Call;

/** Keeps them. Each change is one transaction, with its row in the audit. */
public interface ${singular}Store {
  /** One page of those of a case, the newest first. */
  Paged<${singular}> ofCase(long caseId, int page, int size);

  /** One page of those that somebody saved last, the newest first. */
  Paged<${singular}> recordedBy(String login, int page, int size);

  /** One. */
  Optional<${singular}> find(long id);

  /**
   * Stores a new one.
   *
   * @return as stored, with its id
   */
  ${singular} add(Call call, ${singular} one);

  /**
   * Stores a change.
   *
   * @throws org.victimfirst.api.persistence.StaleVersionException when its version is not the
   *     stored one
   */
  ${singular} change(Call call, ${singular} one);

  /** All of a case, in the caller's transaction. */
  List<${singular}> all(Connection connection, long caseId) throws SQLException;

  /**
   * Erases all of a case, in the caller's transaction.
   *
   * @return rows erased
   */
  int erase(Connection connection, long caseId) throws SQLException;
}
