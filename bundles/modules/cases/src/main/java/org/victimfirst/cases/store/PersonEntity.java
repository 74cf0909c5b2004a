package org.victimfirst.cases.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.victimfirst.cases.domain.AllTold;
import org.victimfirst.cases.domain.ContactKey;
import org.victimfirst.cases.domain.NameKey;
import org.victimfirst.cases.domain.PermissionEntry;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReferrerAnswers;
import org.victimfirst.cases.domain.Told;

/** Who a person is, as known now. */
@Entity
@Table(schema = "cases", name = "person")
class PersonEntity {
  @Id long id;
  @Version int version;
  String area = "";

  @Column(name = "first_name")
  String firstName = "";

  @Column(name = "last_name")
  String lastName = "";

  @Column(name = "date_of_birth")
  @Nullable LocalDate dateOfBirth;

  String gender = "";
  String phone = "";
  String email = "";

  @Column(name = "address_line_1")
  String addressLine1 = "";

  @Column(name = "address_line_2")
  String addressLine2 = "";

  String town = "";
  String postcode = "";
  String language = "";

  @Column(name = "safe_to_leave_message")
  String safeToLeaveMessage = "unknown";

  @Column(name = "safe_to_write")
  String safeToWrite = "unknown";

  @Column(name = "preferred_contact")
  String preferredContact = "";

  @Column(name = "told_at")
  LocalDateTime toldAt = LocalDateTime.MIN;

  @Column(name = "message_told_at")
  @Nullable LocalDateTime messageToldAt;

  @Column(name = "write_told_at")
  @Nullable LocalDateTime writeToldAt;

  @Column(name = "preferred_told_at")
  @Nullable LocalDateTime preferredToldAt;

  @Column(name = "contact_rule")
  String contactRule = "";

  @Column(name = "name_key")
  String nameKey = "";

  @Column(name = "contact_key")
  @Nullable Long contactKey;

  @Column(name = "compared_to")
  @Nullable Long comparedTo;

  @Column(name = "erased_at")
  @Nullable LocalDateTime erasedAt;

  /** For the provider. */
  protected PersonEntity() {}

  PersonEntity(long id, String area) {
    this.id = id;
    this.area = area;
  }

  PersonDetails details() {
    return new PersonDetails(
        firstName,
        lastName,
        dateOfBirth,
        gender,
        phone,
        email,
        addressLine1,
        addressLine2,
        town,
        postcode,
        language);
  }

  void details(PersonDetails details) {
    firstName = details.firstName();
    lastName = details.lastName();
    dateOfBirth = details.dateOfBirth();
    gender = details.gender();
    phone = details.phone();
    email = details.email();
    addressLine1 = details.addressLine1();
    addressLine2 = details.addressLine2();
    town = details.town();
    postcode = details.postcode();
    language = details.language();
    nameKey = NameKey.name(lastName, firstName);
    contactKey = ContactKey.of(phone, postcode);
    erasedAt = null;
  }

  /** Takes over what referrals told about safe contact. */
  void told(AllTold told) {
    safeToLeaveMessage = told.message().answer();
    messageToldAt = told.message().at();
    safeToWrite = told.write().answer();
    writeToldAt = told.write().at();
    preferredContact = told.preferred().answer();
    preferredToldAt = told.preferred().at();
  }

  /** A referral came in. */
  void toldAt(LocalDateTime at) {
    toldAt = at.isBefore(toldAt) ? toldAt : at;
  }

  /** Somebody works on the person: from now on no import replaces the details. */
  void workedOn(long id) {
    if (comparedTo == null) {
      comparedTo = id;
    }
  }

  /** What referrers told about safe contact. */
  List<PermissionEntry> told(int validDays) {
    return ReferrerAnswers.read(
        new Told(safeToLeaveMessage, messageToldAt),
        new Told(safeToWrite, writeToldAt),
        new Told(preferredContact, preferredToldAt),
        validDays);
  }
}
