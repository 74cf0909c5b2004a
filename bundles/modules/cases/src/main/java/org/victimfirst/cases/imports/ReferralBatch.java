package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.RowBatch;
import org.victimfirst.cases.domain.ContactKey;
import org.victimfirst.cases.domain.FactCodes;
import org.victimfirst.cases.domain.NameKey;
import org.victimfirst.cases.domain.Told;

/**
 * Stores a batch of referrals: incident, referral, fact, and the person where it is new or newer.
 */
final class ReferralBatch implements AutoCloseable {
  private static final String[] INCIDENT = {
    "id",
    "occurrence_type",
    "offence_on",
    "crime_reference",
    "police_force",
    "domestic_flag",
    "officer_in_case",
    "offence_summary"
  };
  private static final String[] REFERRAL = {
    "id",
    "version",
    "area",
    "person_id",
    "incident_id",
    "received_at",
    "source",
    "role",
    "hate_flag",
    "enhanced_rights",
    "first_name",
    "last_name",
    "date_of_birth",
    "gender",
    "phone",
    "email",
    "address_line_1",
    "address_line_2",
    "town",
    "postcode",
    "beat",
    "safe_to_leave_message",
    "safe_to_write",
    "preferred_contact",
    "language",
    "consent_given",
    "is_repeat_victim",
    "crime_key",
    "legacy_key",
    "legacy_hash",
    "import_id"
  };
  private static final String[] FACT = {
    "referral_id",
    "area",
    "received_on",
    "source",
    "role",
    "occurrence_type",
    "hate_flag",
    "gender",
    "age_band",
    "beat",
    "is_repeat_victim",
    "child"
  };
  private static final String[] PERSON = {
    "first_name",
    "last_name",
    "date_of_birth",
    "gender",
    "phone",
    "email",
    "address_line_1",
    "address_line_2",
    "town",
    "postcode",
    "language",
    "name_key",
    "contact_key",
    "safe_to_leave_message",
    "safe_to_write",
    "preferred_contact",
    "told_at",
    "message_told_at",
    "write_told_at",
    "preferred_told_at",
    "id",
    "version",
    "area",
    "contact_rule",
    "import_id"
  };
  // The key of an erased person goes over to a new one, with answers that are blank by then.
  private static final String NEW_KEEPER =
      "UPDATE cases.demographics SET person_id = ? WHERE person_id = ?";

  private final Ids ids;
  private final FactCodes codes;
  private final AreaProfile profile;
  private final String area;
  private final long importId;
  private final RowBatch incidents;
  private final RowBatch referrals;
  private final RowBatch facts;
  private final RowBatch people;
  private final RowBatch newKeepers;
  private final KnownPeopleBatch known;

  ReferralBatch(
      Database database,
      Connection connection,
      Ids ids,
      FactCodes codes,
      AreaProfile profile,
      long importId)
      throws SQLException {
    this.ids = ids;
    this.codes = codes;
    this.profile = profile;
    this.area = profile.code();
    this.importId = importId;
    this.incidents = database.insert(connection, "cases.incident", INCIDENT);
    this.referrals = database.insert(connection, "cases.referral", REFERRAL);
    this.facts = database.insert(connection, "cases.referral_fact", FACT);
    this.people = database.insert(connection, "cases.person", PERSON);
    this.newKeepers = database.batch(connection, NEW_KEEPER);
    this.known = new KnownPeopleBatch(database, connection);
  }

  /** Adds a sound row of a person who is known by key. */
  void add(ExtractRow row, PeopleIndex index, int person) throws SQLException {
    LocalDateTime received = Objects.requireNonNull(row.time("received_at"));
    if (index.told(person) == PeopleIndex.ERASED) {
      long begun = ids.next();
      newKeepers.add(begun).add(index.id(person)).endRow();
      index.begin(person, begun);
    }
    long personId = index.id(person);
    long told = index.told(person);
    if (told == PeopleIndex.NEVER) {
      details(people, row);
      answers(people, row, received).add(personId).add(1).add(area).add("").add(importId).endRow();
      index.told(person, received);
    } else {
      boolean newest = told <= PeopleIndex.second(received);
      known.add(row, personId, received, newest);
      if (newest) {
        index.told(person, received);
      }
    }
    long id = ids.next();
    incident(row, id);
    referral(row, id, personId, received);
    fact(row, id, received.toLocalDate());
  }

  static RowBatch details(RowBatch cells, ExtractRow row) throws SQLException {
    String first = row.get("victim_first_name");
    String last = row.get("victim_last_name");
    String phone = row.get("phone");
    String postcode = row.get("postcode");
    return cells
        .add(first)
        .add(last)
        .add(row.date("date_of_birth"))
        .add(row.get("gender"))
        .add(phone)
        .add(row.get("email"))
        .add(row.get("address_line_1"))
        .add(row.get("address_line_2"))
        .add(row.get("town"))
        .add(postcode)
        .add(row.get("language"))
        .add(NameKey.name(last, first))
        .addNumber(ContactKey.of(phone, postcode));
  }

  private static RowBatch answers(RowBatch cells, ExtractRow row, LocalDateTime received)
      throws SQLException {
    Told message = Told.of(row.get("safe_to_leave_message"), received);
    Told write = Told.of(row.get("safe_to_write"), received);
    Told preferred = Told.of(preferred(row), received);
    return cells
        .add(message.answer())
        .add(write.answer())
        .add(preferred.answer())
        .add(received)
        .add(message.at())
        .add(write.at())
        .add(preferred.at());
  }

  /** An email is opened only by a referral that says that it is safe to write. */
  private static String preferred(ExtractRow row) {
    String preferred = row.get("preferred_contact");
    return preferred.equals("email") && !row.get("safe_to_write").equals("yes")
        ? "unknown"
        : preferred;
  }

  /** The incident bears the referral's id: the old system had one for each. */
  private void incident(ExtractRow row, long id) throws SQLException {
    incidents
        .add(id)
        .add(row.get("occurrence_type"))
        .add(row.date("offence_date"))
        .add(row.get("crime_reference"))
        .add(row.get("police_force"))
        .add(row.get("domestic_flag"))
        .add(row.get("officer_in_case"))
        .add(row.get("offence_summary"))
        .endRow();
  }

  private void referral(ExtractRow row, long id, long personId, LocalDateTime received)
      throws SQLException {
    referrals
        .add(id)
        .add(1)
        .add(area)
        .add(personId)
        .add(id)
        .add(received)
        .add(row.get("source"))
        .add(row.get("role"))
        .add(row.get("vcop_hate_flag"))
        .add(row.get("vcop_enhanced_entitlement"))
        .add(row.get("victim_first_name"))
        .add(row.get("victim_last_name"))
        .add(row.date("date_of_birth"))
        .add(row.get("gender"))
        .add(row.get("phone"))
        .add(row.get("email"))
        .add(row.get("address_line_1"))
        .add(row.get("address_line_2"))
        .add(row.get("town"))
        .add(row.get("postcode"))
        .add(row.get("beat"))
        .add(row.get("safe_to_leave_message"))
        .add(row.get("safe_to_write"))
        .add(row.get("preferred_contact"))
        .add(row.get("language"))
        .add(row.get("consent_given"))
        .add(row.get("is_repeat_victim"))
        .add(NameKey.crime(row.get("crime_reference")))
        .add(row.key())
        .add(row.contentHash())
        .add(importId)
        .endRow();
  }

  private void fact(ExtractRow row, long id, LocalDate received) throws SQLException {
    LocalDate born = row.date("date_of_birth");
    facts
        .add(id)
        .add(area)
        .add(received)
        .add(number(FactDimension.SOURCE, row.get("source")))
        .add(number(FactDimension.ROLE, row.get("role")))
        .add(number(FactDimension.OCCURRENCE_TYPE, row.get("occurrence_type")))
        .add(number(FactDimension.HATE_FLAG, row.get("vcop_hate_flag")))
        .add(number(FactDimension.GENDER, row.get("gender")))
        .add(number(FactDimension.AGE_BAND, profile.ageBand(born, received)))
        .add(number(FactDimension.BEAT, row.get("beat")))
        .add(number(FactDimension.REPEAT_VICTIM, row.get("is_repeat_victim")))
        .add(profile.child(born, received) ? 1 : 0)
        .endRow();
  }

  private int number(FactDimension dimension, String code) {
    return codes.id(dimension.list(), code);
  }

  /** Sends all that was added. */
  void store() throws SQLException {
    incidents.send();
    people.send();
    newKeepers.send();
    referrals.send();
    facts.send();
    known.send();
  }

  @Override
  public void close() throws SQLException {
    incidents.close();
    people.close();
    newKeepers.close();
    known.close();
    referrals.close();
    facts.close();
  }
}
