package org.victimfirst.cases.rest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.rest.Versioned;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseRow;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.OtherDetails;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReferralDetails;

/** A case, as callers of the interface see it. */
final class CaseView {
  private CaseView() {}

  /**
   * A case in a list.
   *
   * @param id the case's id
   * @param reference reference for people
   * @param personName the person's name
   * @param occurrenceType code of {@code occurrence_type}
   * @param source code of {@code referral_source}
   * @param status {@code open} or {@code closed}
   * @param supportLevel code of {@code support_level}
   * @param caseworker login
   * @param openedAt local time
   * @param closedAt local time
   * @param closureOutcome code of {@code closure_outcome}
   * @param nextAction what is to be done next
   * @param nextActionDue the day by which it is due
   * @param safeContact {@code yes}, {@code no} or {@code not_asked} for each channel
   */
  record Line(
      String id,
      String reference,
      String personName,
      String occurrenceType,
      String source,
      String status,
      @Nullable String supportLevel,
      String caseworker,
      LocalDateTime openedAt,
      @Nullable LocalDateTime closedAt,
      @Nullable String closureOutcome,
      String nextAction,
      @Nullable LocalDate nextActionDue,
      Map<String, String> safeContact) {
    static Line of(CaseRow row) {
      return new Line(
          Long.toString(row.summary().id()),
          row.summary().reference(),
          row.summary().personName(),
          row.summary().occurrenceType(),
          row.source(),
          row.summary().status(),
          row.summary().supportLevel(),
          row.summary().caseworker(),
          row.summary().openedAt(),
          row.summary().closedAt(),
          row.summary().closureOutcome(),
          row.next().what(),
          row.next().due(),
          states(row.safeContact()));
    }
  }

  /**
   * A case as a whole. Its ETag is the case's version.
   *
   * @param id the case's id
   * @param personId the person it is about
   * @param personVersion what a change of safe contact or details names
   * @param referralId its referral
   * @param reference reference for people
   * @param status {@code open} or {@code closed}
   * @param caseworker login
   * @param supportLevel code of {@code support_level}
   * @param openedAt local time
   * @param firstAttemptAt local time
   * @param firstContactAt local time
   * @param closedAt local time
   * @param closureOutcome code of {@code closure_outcome}
   * @param lengthOfSupportDays closed enhanced cases only
   * @param nextAction what is to be done next
   * @param nextActionDue the day by which it is due
   * @param person who it is about; ways to reach the person are a resource of their own
   * @param referral what was referred
   * @param demographics answers for equality monitoring
   * @param safeContact how the person may be contacted
   * @param version the case's version
   */
  record Whole(
      String id,
      String personId,
      int personVersion,
      String referralId,
      String reference,
      String status,
      String caseworker,
      @Nullable String supportLevel,
      LocalDateTime openedAt,
      @Nullable LocalDateTime firstAttemptAt,
      @Nullable LocalDateTime firstContactAt,
      @Nullable LocalDateTime closedAt,
      @Nullable String closureOutcome,
      @Nullable Integer lengthOfSupportDays,
      String nextAction,
      @Nullable LocalDate nextActionDue,
      PersonView person,
      ReferralDetails referral,
      @Nullable Demographics demographics,
      SafeContactView safeContact,
      int version)
      implements Versioned {
    static Whole of(CaseFile file) {
      return new Whole(
          Long.toString(file.summary().id()),
          Long.toString(file.summary().personId()),
          file.personVersion(),
          Long.toString(file.referralId()),
          file.summary().reference(),
          file.summary().status(),
          file.summary().caseworker(),
          file.summary().supportLevel(),
          file.summary().openedAt(),
          file.firstAttemptAt(),
          file.firstContactAt(),
          file.summary().closedAt(),
          file.summary().closureOutcome(),
          file.lengthOfSupportDays(),
          file.next().what(),
          file.next().due(),
          PersonView.of(file.person()),
          file.referral(),
          file.demographics(),
          SafeContactView.of(file),
          file.version());
    }
  }

  /**
   * Who a case is about.
   *
   * @param firstName as the person gave it
   * @param lastName as the person gave it
   * @param dateOfBirth such as 1980-05-04
   * @param gender code of {@code gender}
   * @param language name of a language
   */
  record PersonView(
      String firstName,
      String lastName,
      @Nullable LocalDate dateOfBirth,
      String gender,
      String language) {
    static PersonView of(PersonDetails person) {
      return new PersonView(
          person.firstName(),
          person.lastName(),
          person.dateOfBirth(),
          person.gender(),
          person.language());
    }
  }

  /**
   * Ways to reach a person. One that is not safe is left out.
   *
   * @param phone as given
   * @param email as given
   * @param addressLine1 as given
   * @param addressLine2 as given
   * @param town as given
   * @param postcode as given
   * @param notSafe what was left out: {@code phone}, {@code email}, {@code address}
   * @param others what referrals gave otherwise and nobody has decided about, newest first
   */
  record Reach(
      @Nullable String phone,
      @Nullable String email,
      @Nullable String addressLine1,
      @Nullable String addressLine2,
      @Nullable String town,
      @Nullable String postcode,
      List<String> notSafe,
      List<OtherReach> others) {
    private static final List<String> DETAILS = List.of("phone", "email", "address");

    static Reach of(CaseFile file) {
      PersonDetails person = file.person();
      boolean address = file.maySay("address");
      return new Reach(
          file.maySay("phone") ? person.phone() : null,
          file.maySay("email") ? person.email() : null,
          address ? person.addressLine1() : null,
          address ? person.addressLine2() : null,
          address ? person.town() : null,
          address ? person.postcode() : null,
          DETAILS.stream().filter(detail -> !file.maySay(detail)).toList(),
          file.others().stream().map(other -> OtherReach.of(file, other)).toList());
    }

    /** The details that are said, separated by blanks. */
    String said() {
      List<String> said = new ArrayList<>();
      if (phone != null && !phone.isEmpty()) {
        said.add("phone");
      }
      if (email != null && !email.isEmpty()) {
        said.add("email");
      }
      if (Stream.of(addressLine1, addressLine2, town, postcode)
          .anyMatch(line -> line != null && !line.isEmpty())) {
        said.add("address");
      }
      others.forEach(other -> said.addAll(other.said()));
      return String.join(" ", said);
    }
  }

  /**
   * Other ways to reach the person that a referral gave. What is the same as stored, or not safe,
   * is left out.
   *
   * @param referralId the referral
   * @param receivedAt local time
   * @param ways what differs: {@code phone}, {@code email}, {@code address}
   * @param phone as given
   * @param email as given
   * @param addressLine1 as given
   * @param addressLine2 as given
   * @param town as given
   * @param postcode as given
   */
  record OtherReach(
      String referralId,
      LocalDateTime receivedAt,
      List<String> ways,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String addressLine1,
      @Nullable String addressLine2,
      @Nullable String town,
      @Nullable String postcode) {
    static OtherReach of(CaseFile file, OtherDetails other) {
      List<String> safe = other.ways().stream().filter(file::maySay).toList();
      PersonDetails told = other.person();
      boolean address = safe.contains("address");
      return new OtherReach(
          Long.toString(other.referralId()),
          other.receivedAt(),
          other.ways(),
          safe.contains("phone") ? told.phone() : null,
          safe.contains("email") ? told.email() : null,
          address ? told.addressLine1() : null,
          address ? told.addressLine2() : null,
          address ? told.town() : null,
          address ? told.postcode() : null);
    }

    /** What is said, each with its referral. */
    private List<String> said() {
      return ways.stream()
          .filter(
              way ->
                  switch (way) {
                    case "phone" -> phone != null;
                    case "email" -> email != null;
                    default -> town != null;
                  })
          .map(way -> way + "@" + referralId)
          .toList();
    }
  }

  /**
   * How a person may be contacted.
   *
   * @param channels state and note of each channel
   * @param rule what to do when somebody else answers
   * @param askedOn when it was last asked
   * @param askAgainBy after this day every channel counts as not asked
   */
  record SafeContactView(
      List<ChannelView> channels,
      String rule,
      @Nullable LocalDate askedOn,
      @Nullable LocalDate askAgainBy) {
    static SafeContactView of(CaseFile file) {
      SafeContact contact = file.safeContact();
      return new SafeContactView(
          contact.channels().stream()
              .map(c -> new ChannelView(c.code(), code(c.state()), c.note()))
              .toList(),
          contact.rule(),
          contact.askedOn(),
          contact.askAgainBy());
    }
  }

  /**
   * One channel.
   *
   * @param channel {@code call}, {@code voicemail}, {@code text}, {@code email} or {@code letter}
   * @param state {@code yes}, {@code no} or {@code not_asked}
   * @param note when or how
   */
  record ChannelView(String channel, String state, String note) {}

  static String code(SafeContact.State state) {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, String> states(SafeContact contact) {
    return contact.channels().stream()
        .collect(
            Collectors.toMap(
                SafeContact.Channel::code,
                channel -> code(channel.state()),
                (one, other) -> one,
                java.util.LinkedHashMap::new));
  }
}
