package org.victimfirst.api.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Reads the case facts of a period in one pass each. */
@ProviderType
public interface CaseFacts {
  /** The numbers and their codes, as they are now. */
  CodeBook codeBook(Connection connection) throws SQLException;

  /** Gives every case that was closed from one day to another, both included. */
  void closed(Connection connection, LocalDate from, LocalDate to, Consumer<CaseFact> each)
      throws SQLException;

  /** Gives every referral that was received from one day to another, both included. */
  void received(Connection connection, LocalDate from, LocalDate to, Consumer<ReferralFact> each)
      throws SQLException;
}
