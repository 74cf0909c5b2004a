package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.intake.Problems;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.cases.domain.FactCodes;
import org.victimfirst.cases.domain.PossibleDuplicates;

/** Loads referrals with their incidents, and the people as their newest referral tells of them. */
@Component
@VictimFirstModule(module = "cases")
public final class ReferralsLoader implements ExtractLoader {
  static final String FILE = "referrals.csv";
  static final String KEY = "referral_id";

  private static final String UNKNOWN = "unknown";

  private final Database database;
  private final Ids ids;
  private final AreaProfiles profiles;
  private final FactCodes codes;
  private final PossibleDuplicates duplicates;

  @Activate
  public ReferralsLoader(
      @Reference(target = "(victimfirst.module=cases)") Database database,
      @Reference Ids ids,
      @Reference AreaProfiles profiles,
      @Reference FactCodes codes,
      @Reference PossibleDuplicates duplicates) {
    this.database = database;
    this.ids = ids;
    this.profiles = profiles;
    this.codes = codes;
    this.duplicates = duplicates;
  }

  @Override
  public String file() {
    return FILE;
  }

  @Override
  public List<ExtractColumn> columns() {
    return List.of(
        ExtractColumn.text(KEY),
        ExtractColumn.text("person_id"),
        ExtractColumn.time("received_at"),
        ExtractColumn.code("source", "referral_source"),
        ExtractColumn.code("role", "referral_role"),
        ExtractColumn.text("crime_reference").optional(),
        ExtractColumn.code("occurrence_type", "occurrence_type"),
        ExtractColumn.date("offence_date"),
        ExtractColumn.code("police_force", "police_force").optional().unknownAs(UNKNOWN),
        ExtractColumn.code("vcop_hate_flag", "hate_flag").optional().unknownAs(UNKNOWN),
        ExtractColumn.code("vcop_enhanced_entitlement", "vcop_enhanced_entitlement")
            .optional()
            .unknownAs(UNKNOWN),
        ExtractColumn.oneOf("domestic_flag", "yes", "no").unknownAs(UNKNOWN),
        ExtractColumn.text("officer_in_case").optional(),
        ExtractColumn.text("offence_summary").optional(),
        ExtractColumn.text("victim_first_name"),
        ExtractColumn.text("victim_last_name"),
        ExtractColumn.date("date_of_birth").optional(),
        ExtractColumn.code("gender", "gender").unknownAs(UNKNOWN),
        ExtractColumn.text("phone").optional(),
        ExtractColumn.text("email").optional(),
        ExtractColumn.text("address_line_1").optional(),
        ExtractColumn.text("address_line_2").optional(),
        ExtractColumn.text("town").optional(),
        ExtractColumn.text("postcode").optional(),
        ExtractColumn.code("beat", "beat"),
        ExtractColumn.code("safe_to_leave_message", "yes_no_unknown").unknownAs(UNKNOWN),
        ExtractColumn.code("safe_to_write", "yes_no_unknown").unknownAs(UNKNOWN),
        ExtractColumn.code("preferred_contact", "preferred_contact").unknownAs(UNKNOWN),
        ExtractColumn.text("language"),
        ExtractColumn.code("consent_given", "yes_no_unknown").unknownAs(UNKNOWN),
        ExtractColumn.code("is_repeat_victim", "is_repeat_victim").unknownAs(UNKNOWN));
  }

  @Override
  public Set<String> after() {
    return Set.of(DemographicsLoader.FILE);
  }

  @Override
  public Session open(Import run) {
    return new Loading(run);
  }

  private final class Loading implements Session {
    private final Import run;
    private final Seen seen;
    private @Nullable PeopleIndex people;

    Loading(Import run) {
      this.run = run;
      this.seen = new Seen("cases.referral", run.importId());
    }

    @Override
    public void passedOver(Connection connection, List<ExtractRow> rows) throws SQLException {
      seen.passedOver(connection, rows);
    }

    @Override
    public LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems)
        throws SQLException {
      PeopleIndex known = people(connection);
      int added = 0;
      int unchanged = 0;
      try (ReferralBatch batch =
          new ReferralBatch(database, connection, ids, codes, profiles.current(), run.importId())) {
        for (ExtractRow row : rows) {
          Seen.Verdict verdict = seen.look(connection, row, KEY, problems);
          unchanged += verdict == Seen.Verdict.UNCHANGED ? 1 : 0;
          if (verdict != Seen.Verdict.NEW || !sound(row, problems)) {
            continue;
          }
          int person = known.find(row.get("person_id"));
          if (person < 0) {
            refuseOrphan(row, problems);
            continue;
          }
          batch.add(row, known, person);
          seen.stored(connection, row);
          added++;
        }
        batch.store();
      }
      return new LoadResult(added, unchanged);
    }

    private PeopleIndex people(Connection connection) throws SQLException {
      PeopleIndex known = people;
      if (known == null) {
        known = new PeopleIndex(connection, run.importId());
        people = known;
      }
      return known;
    }

    private void refuseOrphan(ExtractRow row, Problems problems) {
      boolean rejected = problems.rejected(DemographicsLoader.FILE, row.get("person_id"));
      problems.reject(
          row,
          "person_id",
          rejected ? "parent_rejected" : "orphan",
          rejected
              ? "The person was left out of demographics.csv, so the referral was left out too."
              : "There is no such person in demographics.csv. The row was left out.");
    }

    private boolean sound(ExtractRow row, Problems problems) {
      LocalDateTime received = Objects.requireNonNull(row.time("received_at"));
      LocalDate day = received.toLocalDate();
      LocalDate offence = row.date("offence_date");
      LocalDate born = row.date("date_of_birth");
      return new RowRules(row, problems)
          .notAfterExtract("received_at", received, run.extractDate())
          .require(
              offence == null || !offence.isAfter(day),
              "offence_date",
              "date_order",
              "The offence is after the referral was received. The row was left out.")
          .require(
              born == null || !born.isAfter(day),
              "date_of_birth",
              "date_order",
              "The date of birth is after the referral was received. The row was left out.")
          .fits(KEY, Limits.KEY)
          .fits("victim_first_name", Limits.NAME)
          .fits("victim_last_name", Limits.NAME)
          .fits("crime_reference", Limits.CRIME_REFERENCE)
          .fits("officer_in_case", Limits.OFFICER)
          .fits("phone", Limits.CONTACT)
          .fits("email", Limits.CONTACT)
          .fits("address_line_1", Limits.CONTACT)
          .fits("address_line_2", Limits.CONTACT)
          .fits("town", Limits.CONTACT)
          .fits("postcode", Limits.SHORT)
          .fits("language", Limits.SHORT)
          .plausibleBirth("date_of_birth", born, day)
          .name("victim_first_name")
          .name("victim_last_name")
          .phone("phone")
          .email("email")
          .postcode("postcode")
          .sound();
    }

    @Override
    public void finish(Connection connection, Problems problems) throws SQLException {
      PeopleIndex known = people(connection);
      if (known.anyWithoutReferral()) {
        reportPeopleWithoutReferral(connection, problems);
      }
      reportCrowds(
          connection,
          duplicates.offer(connection, run.importId(), known.firstId()).crowds(),
          problems);
    }

    private void reportCrowds(Connection connection, List<Long> crowds, Problems problems)
        throws SQLException {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT legacy_key, import_record, import_line FROM cases.demographics"
                  + " WHERE person_id = ?")) {
        for (long person : crowds) {
          select.setLong(1, person);
          try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
              problems.reportEarlier(
                  DemographicsLoader.FILE,
                  row.getLong(2),
                  row.getLong(3),
                  row.getString(1),
                  DemographicsLoader.KEY,
                  "too_many_alike",
                  "More than %d people have the telephone and postcode, or the name and date of birth, of this one. They were taken and are not offered as possible duplicates. Look whether these are placeholders."
                      .formatted(PossibleDuplicates.CROWD));
            }
          }
        }
      }
    }

    private void reportPeopleWithoutReferral(Connection connection, Problems problems)
        throws SQLException {
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT d.legacy_key, d.import_record, d.import_line FROM cases.demographics d"
                  + " LEFT JOIN cases.person p ON p.id = d.person_id"
                  + " WHERE d.import_id = ? AND p.id IS NULL ORDER BY d.import_record")) {
        select.setLong(1, run.importId());
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            problems.reportEarlier(
                DemographicsLoader.FILE,
                row.getLong(2),
                row.getLong(3),
                row.getString(1),
                DemographicsLoader.KEY,
                "orphan",
                "The person has no referral. The answers are kept until one comes.");
          }
        }
      }
    }

    @Override
    public void close() {
      people = null;
    }
  }
}
