package org.victimfirst.cases.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.victimfirst.cases.domain.NextAction;

/** One span of support. */
@Entity
@Table(schema = "cases", name = "support_case")
class CaseEntity {
  static final String OPEN = "open";
  static final String CLOSED = "closed";

  @Id long id;
  @Version int version;
  String area = "";
  String reference = "";

  @Column(name = "person_id")
  long personId;

  @Column(name = "referral_id")
  long referralId;

  @Column(name = "occurrence_type")
  String occurrenceType = "";

  String source = "";
  String status = OPEN;
  String caseworker = "";

  @Column(name = "opened_at")
  LocalDateTime openedAt = LocalDateTime.MIN;

  @Column(name = "first_attempt_at")
  @Nullable LocalDateTime firstAttemptAt;

  @Column(name = "first_contact_at")
  @Nullable LocalDateTime firstContactAt;

  @Column(name = "closed_at")
  @Nullable LocalDateTime closedAt;

  @Column(name = "closure_outcome")
  @Nullable String closureOutcome;

  @Column(name = "support_level")
  @Nullable String supportLevel;

  @Column(name = "length_of_support_days")
  @Nullable Integer lengthOfSupportDays;

  @Column(name = "duplicate_of_referral_id")
  @Nullable Long duplicateOfReferralId;

  @Column(name = "next_action")
  String nextAction = "";

  @Column(name = "next_action_on")
  @Nullable LocalDate nextActionOn;

  /** For the provider. */
  protected CaseEntity() {}

  /** A new open case. */
  CaseEntity(long id, String reference, ReferralHead referral, LocalDateTime openedAt) {
    this.id = id;
    this.reference = reference;
    this.area = referral.area();
    this.personId = referral.personId();
    this.referralId = referral.id();
    this.occurrenceType = referral.occurrenceType();
    this.source = referral.source();
    this.openedAt = openedAt;
  }

  boolean open() {
    return status.equals(OPEN);
  }

  void attempted(LocalDateTime at) {
    LocalDateTime first = firstAttemptAt;
    firstAttemptAt = first == null || at.isBefore(first) ? at : first;
  }

  /** Notes that somebody was spoken to; tells whether it is the first time. */
  boolean spoke(LocalDateTime at) {
    LocalDateTime first = firstContactAt;
    if (first != null && !at.isBefore(first)) {
      return false;
    }
    firstContactAt = at;
    return true;
  }

  void close(LocalDateTime at, String outcome, String level, @Nullable Integer days) {
    status = CLOSED;
    closedAt = at;
    closureOutcome = outcome;
    supportLevel = level;
    lengthOfSupportDays = days;
    plan(NextAction.NONE);
  }

  void plan(NextAction next) {
    nextAction = next.what().strip();
    nextActionOn = nextAction.isEmpty() ? null : next.due();
  }

  void reopen() {
    status = OPEN;
    closedAt = null;
    closureOutcome = null;
    supportLevel = null;
    lengthOfSupportDays = null;
    duplicateOfReferralId = null;
  }
}
