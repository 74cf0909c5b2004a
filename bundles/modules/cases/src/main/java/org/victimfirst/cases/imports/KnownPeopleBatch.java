package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.RowBatch;
import org.victimfirst.cases.domain.AllTold;
import org.victimfirst.cases.domain.Told;

/**
 * Brings people who are stored up to date with other referrals, once these are stored. A person
 * whom somebody has worked on since keeps the details. What referrers told about safe contact is
 * read anew out of all referrals, so neither the order of the rows nor where a load stopped makes a
 * difference. Each change raises the version, so that a form that was opened before does not
 * replace it.
 */
final class KnownPeopleBatch implements AutoCloseable {
  // First, and of everybody: from here on nobody else changes the person until the rows are stored.
  private static final String RECEIVED =
      "UPDATE cases.person SET version = version + 1,"
          + " told_at = CASE WHEN told_at < ? THEN CAST(? AS TIMESTAMP) ELSE told_at END"
          + " WHERE id = ?";
  private static final String NEWER_DETAILS =
      "UPDATE cases.person SET first_name = ?, last_name = ?, date_of_birth = ?, gender = ?,"
          + " phone = ?, email = ?, address_line_1 = ?, address_line_2 = ?, town = ?,"
          + " postcode = ?, language = ?, name_key = ?, contact_key = ?"
          + " WHERE id = ? AND compared_to IS NULL";
  private static final String ANSWERS =
      "UPDATE cases.person SET safe_to_leave_message = ?, message_told_at = ?, safe_to_write = ?,"
          + " write_told_at = ?, preferred_contact = ?, preferred_told_at = ? WHERE id = ?";

  private final Connection connection;
  private final Dialect dialect;
  private final RowBatch received;
  private final RowBatch newerDetails;
  private final RowBatch answers;
  private final Map<Long, Arrived> people = new TreeMap<>();

  KnownPeopleBatch(Database database, Connection connection) throws SQLException {
    this.connection = connection;
    this.dialect = database.dialect();
    this.received = database.batch(connection, RECEIVED);
    this.newerDetails = database.batch(connection, NEWER_DETAILS);
    this.answers = database.batch(connection, ANSWERS);
  }

  /**
   * What came of one person.
   *
   * @param last when the newest of these referrals was received
   * @param newest the row of it, if it is the newest of all referrals of the person
   */
  private record Arrived(LocalDateTime last, @Nullable ExtractRow newest) {
    Arrived and(Arrived next) {
      return new Arrived(
          next.last.isAfter(last) ? next.last : last, next.newest == null ? newest : next.newest);
    }
  }

  /**
   * Adds a sound row.
   *
   * @param isNewest whether it is the newest referral of the person so far
   */
  void add(ExtractRow row, long personId, LocalDateTime at, boolean isNewest) {
    people.merge(personId, new Arrived(at, isNewest ? row : null), Arrived::and);
  }

  /** Brings everybody up to date. The referrals are stored by now. */
  void send() throws SQLException {
    for (Map.Entry<Long, Arrived> person : people.entrySet()) {
      long id = person.getKey();
      Arrived arrived = person.getValue();
      received.add(arrived.last()).add(arrived.last()).add(id).endRow();
      ExtractRow newest = arrived.newest();
      if (newest != null) {
        ReferralBatch.details(newerDetails, newest).add(id).endRow();
      }
    }
    received.send();
    newerDetails.send();
    for (ToldOfPerson person : ToldOfPerson.find(connection, dialect, people.keySet())) {
      AllTold now = person.now();
      if (!now.equals(person.stored())) {
        told(now.message());
        told(now.write());
        told(now.preferred());
        answers.add(person.id()).endRow();
      }
    }
    answers.send();
    people.clear();
  }

  private void told(Told told) throws SQLException {
    answers.add(told.answer()).add(told.at());
  }

  @Override
  public void close() throws SQLException {
    received.close();
    newerDetails.close();
    answers.close();
  }
}
