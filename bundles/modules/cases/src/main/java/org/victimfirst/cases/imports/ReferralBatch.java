package org.victimfirst.cases.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.cases.domain.ContactKey;
import org.victimfirst.cases.domain.FactCodes;
import org.victimfirst.cases.domain.NameKey;

/**
 * Stores a batch of referrals: incident, referral, fact, and the person where it is new or newer.
 */
final class ReferralBatch implements AutoCloseable {
  private static final String INCIDENT =
      "INSERT INTO cases.incident (id, occurrence_type, offence_on, crime_reference, police_force,"
          + " domestic_flag, officer_in_case, offence_summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String REFERRAL =
      "INSERT INTO cases.referral (id, version, area, person_id, incident_id, received_at, source,"
          + " role, hate_flag, enhanced_rights, first_name, last_name, date_of_birth, gender, phone,"
          + " email, address_line_1, address_line_2, town, postcode, beat, safe_to_leave_message,"
          + " safe_to_write, preferred_contact, language, consent_given, is_repeat_victim,"
          + " crime_key, legacy_key, legacy_hash, import_id) VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String FACT =
      "INSERT INTO cases.referral_fact (referral_id, area, received_on, source, role,"
          + " occurrence_type, hate_flag, gender, age_band, beat, is_repeat_victim, child)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String PERSON =
      "INSERT INTO cases.person (first_name, last_name, date_of_birth, gender, phone, email,"
          + " address_line_1, address_line_2, town, postcode, language, name_key, contact_key,"
          + " safe_to_leave_message, safe_to_write, preferred_contact, told_at, id, version, area,"
          + " contact_rule, import_id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, '', ?)";
  // A person whom somebody has worked on since keeps the details, but not older answers about
  // safe contact.
  private static final String NEWER_DETAILS =
      "UPDATE cases.person SET first_name = ?, last_name = ?, date_of_birth = ?, gender = ?,"
          + " phone = ?, email = ?, address_line_1 = ?, address_line_2 = ?, town = ?, postcode = ?,"
          + " language = ?, name_key = ?, contact_key = ? WHERE id = ? AND version = 1";
  private static final String NEWER_ANSWERS =
      "UPDATE cases.person SET safe_to_leave_message = ?, safe_to_write = ?, preferred_contact = ?,"
          + " told_at = ? WHERE id = ?";

  private final Ids ids;
  private final FactCodes codes;
  private final AreaProfile profile;
  private final String area;
  private final long importId;
  private final Part incidents;
  private final Part referrals;
  private final Part facts;
  private final Part people;
  private final Part newerDetails;
  private final Part newerAnswers;

  ReferralBatch(Connection connection, Ids ids, FactCodes codes, AreaProfile profile, long importId)
      throws SQLException {
    this.ids = ids;
    this.codes = codes;
    this.profile = profile;
    this.area = profile.code();
    this.importId = importId;
    this.incidents = new Part(connection.prepareStatement(INCIDENT));
    this.referrals = new Part(connection.prepareStatement(REFERRAL));
    this.facts = new Part(connection.prepareStatement(FACT));
    this.people = new Part(connection.prepareStatement(PERSON));
    this.newerDetails = new Part(connection.prepareStatement(NEWER_DETAILS));
    this.newerAnswers = new Part(connection.prepareStatement(NEWER_ANSWERS));
  }

  /** Adds a sound row of a person who is known by key. */
  void add(ExtractRow row, PeopleIndex index, int person) throws SQLException {
    LocalDateTime received = Objects.requireNonNull(row.time("received_at"));
    long personId = index.id(person);
    long told = index.told(person);
    if (told == PeopleIndex.NEVER) {
      details(people.cells(), row);
      answers(people.cells(), row, received).add(personId).add(area).add(importId);
      people.batch();
      index.told(person, received);
    } else if (told <= PeopleIndex.second(received)) {
      details(newerDetails.cells(), row).add(personId);
      newerDetails.batch();
      answers(newerAnswers.cells().row(), row, received).add(personId);
      newerAnswers.batch();
      index.told(person, received);
    }
    long id = ids.next();
    incident(row, id);
    referral(row, id, personId, received);
    fact(row, id, received.toLocalDate());
  }

  private Cells details(Cells cells, ExtractRow row) throws SQLException {
    String first = row.get("victim_first_name");
    String last = row.get("victim_last_name");
    String phone = row.get("phone");
    String postcode = row.get("postcode");
    return cells
        .row()
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

  private static Cells answers(Cells cells, ExtractRow row, LocalDateTime received)
      throws SQLException {
    return cells
        .add(row.get("safe_to_leave_message"))
        .add(row.get("safe_to_write"))
        .add(row.get("preferred_contact"))
        .add(received);
  }

  /** The incident bears the referral's id: the old system had one for each. */
  private void incident(ExtractRow row, long id) throws SQLException {
    incidents
        .cells()
        .row()
        .add(id)
        .add(row.get("occurrence_type"))
        .add(row.date("offence_date"))
        .add(row.get("crime_reference"))
        .add(row.get("police_force"))
        .add(row.get("domestic_flag"))
        .add(row.get("officer_in_case"))
        .add(row.get("offence_summary"));
    incidents.batch();
  }

  private void referral(ExtractRow row, long id, long personId, LocalDateTime received)
      throws SQLException {
    referrals
        .cells()
        .row()
        .add(id)
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
        .add(importId);
    referrals.batch();
  }

  private void fact(ExtractRow row, long id, LocalDate received) throws SQLException {
    LocalDate born = row.date("date_of_birth");
    facts
        .cells()
        .row()
        .add(id)
        .add(area)
        .add(received)
        .addInt(number(FactDimension.SOURCE, row.get("source")))
        .addInt(number(FactDimension.ROLE, row.get("role")))
        .addInt(number(FactDimension.OCCURRENCE_TYPE, row.get("occurrence_type")))
        .addInt(number(FactDimension.HATE_FLAG, row.get("vcop_hate_flag")))
        .addInt(number(FactDimension.GENDER, row.get("gender")))
        .addInt(number(FactDimension.AGE_BAND, profile.ageBand(born, received)))
        .addInt(number(FactDimension.BEAT, row.get("beat")))
        .addInt(number(FactDimension.REPEAT_VICTIM, row.get("is_repeat_victim")))
        .addInt(profile.child(born, received) ? 1 : 0);
    facts.batch();
  }

  private int number(FactDimension dimension, String code) {
    return codes.id(dimension.list(), code);
  }

  /** Sends all that was added. */
  void store() throws SQLException {
    incidents.send();
    people.send();
    newerDetails.send();
    newerAnswers.send();
    referrals.send();
    facts.send();
  }

  @Override
  public void close() throws SQLException {
    incidents.close();
    people.close();
    newerDetails.close();
    newerAnswers.close();
    referrals.close();
    facts.close();
  }
}
