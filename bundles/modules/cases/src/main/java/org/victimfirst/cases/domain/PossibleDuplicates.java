package org.victimfirst.cases.domain;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Looks for people who may be one and offers them for review. */
public interface PossibleDuplicates {
  /**
   * How many people may share a match key and still be offered in pairs. More of them are a place
   * holder, such as "Unknown Unknown" of 1 January 1900, and their pairs would be millions.
   */
  int CROWD = 100;

  /**
   * Compares the people whom an import brought with all others, by the match keys.
   *
   * @param fromId the least id of these people; less than the import's own where an earlier import
   *     brought their answers for equality monitoring
   * @return what was found
   */
  Offered offer(Connection connection, long importId, long fromId) throws SQLException;

  /**
   * Compares one person with all others. One who shares a key with a crowd is not offered with it.
   *
   * @return pairs that are new
   */
  int offerPerson(Connection connection, long personId) throws SQLException;

  /**
   * What was found.
   *
   * @param pairs how many pairs are new
   * @param crowds new people of each match key that more than {@link #CROWD} share; one of each
   */
  record Offered(int pairs, List<Long> crowds) {
    /** Copies the crowds. */
    public Offered {
      crowds = List.copyOf(crowds);
    }
  }
}
