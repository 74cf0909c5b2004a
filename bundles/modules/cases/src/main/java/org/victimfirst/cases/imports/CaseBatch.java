package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.RowBatch;
import org.victimfirst.cases.domain.FactCodes;

/** Stores a batch of cases with their facts. */
final class CaseBatch implements AutoCloseable {
  private static final String[] CASE = {
    "id",
    "version",
    "area",
    "reference",
    "person_id",
    "referral_id",
    "occurrence_type",
    "source",
    "status",
    "caseworker",
    "opened_at",
    "first_attempt_at",
    "first_contact_at",
    "closed_at",
    "closure_outcome",
    "support_level",
    "length_of_support_days",
    "duplicate_of_referral_id",
    "next_action",
    "legacy_key",
    "legacy_hash",
    "import_id"
  };
  private static final FactDimension[] DIMENSIONS = FactDimension.values();
  private static final String[] FACT =
      Stream.concat(
              Stream.of(
                  "case_id",
                  "area",
                  "received_on",
                  "opened_on",
                  "first_contact_on",
                  "closed_on",
                  "child",
                  "disabilities",
                  "received_day",
                  "first_contact_day",
                  "closed_day"),
              Arrays.stream(DIMENSIONS).map(FactDimension::column))
          .toArray(String[]::new);

  private final Ids ids;
  private final FactCodes codes;
  private final String area;
  private final long importId;
  private final RowBatch cases;
  private final RowBatch facts;

  CaseBatch(
      Database database,
      Connection connection,
      Ids ids,
      FactCodes codes,
      AreaProfile profile,
      long importId)
      throws SQLException {
    this.ids = ids;
    this.codes = codes;
    this.area = profile.code();
    this.importId = importId;
    this.cases = database.insert(connection, "cases.support_case", CASE);
    this.facts = database.insert(connection, "cases.case_fact", FACT);
  }

  void add(
      ExtractRow row, LegacyReferral referral, @Nullable LegacyReferral original, String reference)
      throws SQLException {
    long id = ids.next();
    LocalDateTime closed = row.time("closed_at");
    String outcome = row.get("closure_outcome");
    String level = row.get("support_level");
    String length = row.get("length_of_support_days");
    cases
        .add(id)
        .add(1)
        .add(area)
        .add(reference)
        .add(referral.personId())
        .add(referral.id())
        .add(code(FactDimension.OCCURRENCE_TYPE, referral))
        .add(code(FactDimension.SOURCE, referral))
        .add(closed == null ? "open" : "closed")
        .add(row.get("caseworker"))
        .add(row.time("opened_at"))
        .add(row.time("first_attempt_at"))
        .add(row.time("first_contact_at"))
        .add(closed)
        .add(outcome.isEmpty() ? null : outcome)
        .add(level.isEmpty() ? null : level)
        .addNumber(length.isEmpty() ? null : Long.valueOf(length))
        .addNumber(original == null ? null : Long.valueOf(original.id()))
        .add("")
        .add(row.key())
        .add(row.contentHash())
        .add(importId)
        .endRow();
    fact(row, referral, id);
  }

  private String code(FactDimension dimension, LegacyReferral referral) {
    return codes.code(dimension.list(), referral.numbers()[dimension.ordinal()]);
  }

  private void fact(ExtractRow row, LegacyReferral referral, long id) throws SQLException {
    LocalDate received = referral.receivedAt().toLocalDate();
    LocalDate contact = day(row.time("first_contact_at"));
    LocalDate closed = day(row.time("closed_at"));
    facts
        .add(id)
        .add(area)
        .add(received)
        .add(day(row.time("opened_at")))
        .add(contact)
        .add(closed)
        .add(referral.child())
        .add(codes.bits(CodeBook.DISABILITY, referral.answers().disability()))
        .add(received.toEpochDay())
        .addNumber(contact == null ? null : Long.valueOf(contact.toEpochDay()))
        .addNumber(closed == null ? null : Long.valueOf(closed.toEpochDay()));
    for (FactDimension dimension : DIMENSIONS) {
      facts.add(number(dimension, row, referral));
    }
    facts.endRow();
  }

  private int number(FactDimension dimension, ExtractRow row, LegacyReferral referral) {
    if (dimension.onReferral()) {
      return referral.numbers()[dimension.ordinal()];
    }
    LegacyReferral.Answers answers = referral.answers();
    String code =
        switch (dimension) {
          case ETHNICITY -> answers.ethnicity();
          case RELIGION -> answers.religion();
          case SEXUAL_ORIENTATION -> answers.sexualOrientation();
          case COMMUNICATION_NEED -> answers.communicationNeed();
          case CLOSURE_OUTCOME -> row.get("closure_outcome");
          case SUPPORT_LEVEL -> row.get("support_level");
          default -> throw new IllegalStateException("No answer for " + dimension);
        };
    return codes.id(dimension.list(), code);
  }

  private static @Nullable LocalDate day(@Nullable LocalDateTime time) {
    return time == null ? null : time.toLocalDate();
  }

  void store() throws SQLException {
    cases.send();
    facts.send();
  }

  @Override
  public void close() throws SQLException {
    cases.close();
    facts.close();
  }
}
