package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.RowBatch;
import org.victimfirst.cases.domain.Told;

/**
 * Brings people who are stored up to date with another referral. A person whom somebody has worked
 * on since keeps the details. Answers about safe contact are taken over each by itself, by the rule
 * of {@link org.victimfirst.cases.domain.AllTold}, here letter for letter: a "no" always, a "yes"
 * only for the phone, email and address that are stored, and another one takes an older "yes" away.
 * Each change raises the version, so that a form that was opened before does not replace it.
 */
final class KnownPeopleBatch implements AutoCloseable {
  private static final String UPDATE = "UPDATE cases.person SET version = version + 1, ";
  private static final String ADDRESS =
      "(address_line_1 || ' ' || address_line_2 || ' ' || town || ' ' || postcode)";
  private static final String OTHER_PHONE = "CAST(? AS VARCHAR(400)) NOT IN ('', phone)";
  private static final String OTHER_EMAIL = "CAST(? AS VARCHAR(400)) NOT IN ('', email)";
  private static final String OTHER_ADDRESS =
      "CAST(? AS VARCHAR(1400)) NOT IN ('', " + ADDRESS + ")";
  // Before the details: it compares with those that were stored.
  private static final String RECEIVED =
      UPDATE
          + "told_at = CASE WHEN told_at < ? THEN CAST(? AS TIMESTAMP) ELSE told_at END, "
          + ended("safe_to_leave_message", "message_told_at", "= 'yes' AND " + OTHER_PHONE)
          + ", "
          + ended("safe_to_write", "write_told_at", "= 'yes' AND " + OTHER_ADDRESS)
          + ", "
          + ended(
              "preferred_contact",
              "preferred_told_at",
              "IN ('phone', 'text') AND "
                  + OTHER_PHONE
                  + " OR preferred_contact = 'email' AND "
                  + OTHER_EMAIL)
          + " WHERE id = ?";
  private static final String NEWER_DETAILS =
      UPDATE
          + "first_name = ?, last_name = ?, date_of_birth = ?, gender = ?, phone = ?, email = ?,"
          + " address_line_1 = ?, address_line_2 = ?, town = ?, postcode = ?, language = ?,"
          + " name_key = ?, contact_key = ? WHERE id = ? AND compared_to IS NULL";
  private static final String MESSAGE =
      answer("safe_to_leave_message", "message_told_at", "phone = ?");
  private static final String WRITE = answer("safe_to_write", "write_told_at", ADDRESS + " = ?");
  private static final String PREFERRED =
      answer("preferred_contact", "preferred_told_at", "phone = ?");
  private static final String PREFERRED_EMAIL =
      answer("preferred_contact", "preferred_told_at", "email = ?");

  private final RowBatch arrivals;
  private final RowBatch newerDetails;
  private final RowBatch messages;
  private final RowBatch writings;
  private final RowBatch preferences;
  private final RowBatch preferredEmails;

  KnownPeopleBatch(Database database, Connection connection) throws SQLException {
    this.arrivals = database.batch(connection, RECEIVED);
    this.newerDetails = database.batch(connection, NEWER_DETAILS);
    this.messages = database.batch(connection, MESSAGE);
    this.writings = database.batch(connection, WRITE);
    this.preferences = database.batch(connection, PREFERRED);
    this.preferredEmails = database.batch(connection, PREFERRED_EMAIL);
  }

  private static String ended(String column, String toldAt, String when) {
    return "%1$s = CASE WHEN %2$s <= ? AND (%1$s %3$s) THEN 'unknown' ELSE %1$s END"
        .formatted(column, toldAt, when);
  }

  private static String answer(String column, String toldAt, String same) {
    return UPDATE
        + "%1$s = ?, %2$s = ? WHERE id = ? AND (%2$s IS NULL OR %2$s <= ?) AND (CAST(? AS VARCHAR(5)) = 'any' OR (%3$s))"
            .formatted(column, toldAt, same);
  }

  /**
   * Adds a sound row.
   *
   * @param isNewest whether it is the newest referral of the person so far
   */
  void add(ExtractRow row, long personId, LocalDateTime received, boolean isNewest)
      throws SQLException {
    String phone = row.get("phone");
    String email = row.get("email");
    String address = address(row);
    String given = address.isBlank() ? "" : address;
    arrivals
        .add(received)
        .add(received)
        .add(received)
        .add(phone)
        .add(received)
        .add(given)
        .add(received)
        .add(phone)
        .add(email)
        .add(personId)
        .endRow();
    if (isNewest) {
      ReferralBatch.details(newerDetails, row).add(personId).endRow();
    }
    String message = row.get("safe_to_leave_message");
    if (told(messages, message, received, personId)) {
      messages.add(message.equals("no") ? "any" : "same").add(phone).endRow();
    }
    String write = row.get("safe_to_write");
    if (told(writings, write, received, personId)) {
      writings.add(write.equals("no") ? "any" : "same").add(address).endRow();
    }
    String preferred = ReferralBatch.preferred(row);
    boolean byEmail = preferred.equals("email");
    RowBatch cells = byEmail ? preferredEmails : preferences;
    if (told(cells, preferred, received, personId)) {
      boolean opens = byEmail || preferred.equals("phone") || preferred.equals("text");
      cells.add(opens ? "same" : "any").add(byEmail ? email : phone).endRow();
    }
  }

  private static String address(ExtractRow row) {
    return Stream.of("address_line_1", "address_line_2", "town", "postcode")
        .map(row::get)
        .collect(Collectors.joining(" "));
  }

  private static boolean told(RowBatch cells, String code, LocalDateTime received, long personId)
      throws SQLException {
    boolean tells = Told.of(code, received).at() != null;
    if (tells) {
      cells.add(code).add(received).add(personId).add(received);
    }
    return tells;
  }

  /** Sends all that was added. */
  void send() throws SQLException {
    arrivals.send();
    newerDetails.send();
    messages.send();
    writings.send();
    preferences.send();
    preferredEmails.send();
  }

  @Override
  public void close() throws SQLException {
    arrivals.close();
    newerDetails.close();
    messages.close();
    writings.close();
    preferences.close();
    preferredEmails.close();
  }
}
