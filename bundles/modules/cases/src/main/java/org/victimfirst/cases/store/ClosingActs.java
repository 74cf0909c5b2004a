package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseClosed;
import org.victimfirst.api.cases.CaseReopened;
import org.victimfirst.api.persistence.References;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.Closing;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.OutcomeChoice;
import org.victimfirst.cases.domain.RefusedException;
import org.victimfirst.cases.store.CaseStore.Unit;

/** Closes cases with an outcome that fits what happened, and opens them again. */
@Component(service = ClosingActs.class)
public final class ClosingActs {
  private static final String ENHANCED = "enhanced";

  private final AreaProfiles profiles;
  private final References references;
  private final ClosureFacts closure;
  private final FactWriter facts;
  private final Journal journal;

  @Activate
  public ClosingActs(
      @Reference AreaProfiles profiles,
      @Reference References references,
      @Reference ClosureFacts closure,
      @Reference FactWriter facts,
      @Reference Journal journal) {
    this.profiles = profiles;
    this.references = references;
    this.closure = closure;
    this.facts = facts;
    this.journal = journal;
  }

  long close(Unit unit, Call call, CaseEntity closed, Closing closing) throws SQLException {
    AreaProfile profile = profiles.current();
    LocalClock clock = journal.clock();
    Connection connection = unit.connection();
    CaseFile file = Objects.requireNonNull(CaseFileSql.find(connection, profile, clock, closed.id));
    OutcomeChoice outcome = fitting(connection, profile, file, closing);
    LocalDateTime now = clock.now();
    if (outcome.asksForDuplicate()) {
      closed.duplicateOfReferralId = original(connection, file, closing.duplicateOf());
    }
    String level = outcome.supportLevel();
    closed.close(now, outcome.code(), level, level.equals(ENHANCED) ? days(file, now) : null);
    facts.closingChanged(unit.connection(), closed);
    journal.history(connection, call, closed.id, "closed", "", outcome.code(), closing.reason());
    journal.audit(connection, call, "case.closed", closed.id, Map.of("outcome", outcome.code()));
    journal.publish(
        connection, new CaseClosed(closed.id, now.toLocalDate(), outcome.code(), level));
    return closed.id;
  }

  private OutcomeChoice fitting(
      Connection connection, AreaProfile profile, CaseFile file, Closing closing)
      throws SQLException {
    List<OutcomeChoice> choices =
        closure.choices(connection, profile, journal.clock().today(), file);
    OutcomeChoice outcome =
        choices.stream()
            .filter(choice -> choice.code().equals(closing.outcome()))
            .findFirst()
            .orElseThrow(
                () ->
                    new RefusedException(
                        "outcome", "unknown_code", "This outcome is not in use any more"));
    if (!outcome.allowed()) {
      throw ProblemException.conflict(
              "outcome_does_not_fit",
              "This outcome does not fit what is recorded: "
                  + String.join(". ", outcome.reasons())
                  + ".")
          .with("reasons", outcome.reasons());
    }
    return outcome;
  }

  /** The referral of the case that this one repeats; it came earlier. */
  private long original(Connection connection, CaseFile file, String typed) throws SQLException {
    String reference =
        references
            .parse(typed)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "duplicate_of",
                        "missing",
                        "Enter the reference of the case that this one repeats"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT c.referral_id, r.received_at FROM cases.support_case c"
                + " JOIN cases.referral r ON r.id = c.referral_id WHERE c.reference = ?")) {
      select.setString(1, reference);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || row.getLong(1) == file.referralId()) {
          throw new RefusedException(
              "duplicate_of", "unknown_reference", "There is no other case with this reference");
        }
        if (Rows.timeThere(row, "received_at").isAfter(file.referral().receivedAt())) {
          throw new RefusedException(
              "duplicate_of",
              "date_order",
              "That case came later. Close the later one as the duplicate");
        }
        return row.getLong(1);
      }
    }
  }

  private static @Nullable Integer days(CaseFile file, LocalDateTime now) {
    LocalDateTime first = file.firstContactAt();
    return first == null
        ? null
        : Integer.valueOf(
            (int) ChronoUnit.DAYS.between(first.toLocalDate(), now.toLocalDate()) + 1);
  }

  long reopen(Unit unit, Call call, CaseEntity reopened, String reason) throws SQLException {
    String outcome = reopened.closureOutcome;
    if (reopened.open() || outcome == null) {
      throw ProblemException.conflict("case_open", "The case is open already.");
    }
    String before = outcome + " " + reopened.closedAt;
    reopened.reopen();
    Connection connection = unit.connection();
    facts.closingChanged(connection, reopened);
    catchUp(unit, connection, reopened.personId);
    journal.history(connection, call, reopened.id, "reopened", before, "", reason);
    journal.audit(connection, call, "case.reopened", reopened.id, Map.of("outcome", outcome));
    journal.publish(connection, new CaseReopened(reopened.id, journal.clock().today()));
    return reopened.id;
  }

  /** What was changed through other cases while this one was closed counts in it again. */
  private void catchUp(Unit unit, Connection connection, long personId) throws SQLException {
    PersonEntity person = unit.readPerson(personId);
    if (person.erasedAt != null) {
      return;
    }
    facts.detailsChanged(connection, personId, person.details());
    Demographics answers = DemographicsSql.find(connection, personId);
    if (answers != null) {
      facts.demographicsChanged(connection, personId, answers);
    }
  }
}
