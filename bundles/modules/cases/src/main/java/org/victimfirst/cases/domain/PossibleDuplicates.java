package org.victimfirst.cases.domain;

import java.sql.Connection;
import java.sql.SQLException;

/** Looks for people who may be one and offers them for review. */
public interface PossibleDuplicates {
  /**
   * Compares the people whom an import brought with all others, by the match keys.
   *
   * @return pairs that are new
   */
  int offer(Connection connection, long importId) throws SQLException;

  /**
   * Compares one person with all others.
   *
   * @return pairs that are new
   */
  int offerPerson(Connection connection, long personId) throws SQLException;
}
