package org.victimfirst.cases.imports;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.Problems;

/** The rules of one row of {@code cases.csv}. */
final class CaseRules {
  private static final String ENHANCED = "enhanced";
  private static final String DUPLICATE_NAMED = "duplicate_named";
  private static final String LEFT_OUT = " The row was left out.";

  private final ExtractRow row;
  private final Problems problems;
  private final AreaProfile profile;
  private final LocalDate extractDate;

  CaseRules(ExtractRow row, Problems problems, AreaProfile profile, LocalDate extractDate) {
    this.row = row;
    this.problems = problems;
    this.profile = profile;
    this.extractDate = extractDate;
  }

  void refuseOrphan() {
    boolean rejected = problems.rejected(ReferralsLoader.FILE, row.get("referral_id"));
    problems.reject(
        row,
        "referral_id",
        rejected ? "parent_rejected" : "orphan",
        rejected
            ? "The referral was left out of referrals.csv, so the case was left out too."
            : "There is no such referral." + LEFT_OUT);
  }

  /**
   * Whether the row may be stored; says why not.
   *
   * @param second whether its referral has a case already
   * @param original the referral that it is a duplicate of, when there is one of that key
   */
  boolean sound(LegacyReferral referral, boolean second, @Nullable LegacyReferral original) {
    RowRules rules =
        new RowRules(row, problems)
            .fits(CasesLoader.KEY, Limits.KEY)
            .fits("caseworker", Limits.SHORT)
            .require(
                !second,
                "referral_id",
                "rule",
                "The referral has another case already." + LEFT_OUT);
    times(rules, referral);
    closing(rules);
    length(rules);
    duplicate(rules, referral, original);
    return rules.sound();
  }

  private void times(RowRules rules, LegacyReferral referral) {
    LocalDateTime opened = Objects.requireNonNull(row.time("opened_at"));
    LocalDateTime attempt = row.time("first_attempt_at");
    LocalDateTime contact = row.time("first_contact_at");
    LocalDateTime closed = row.time("closed_at");
    rules
        .notAfterExtract("opened_at", opened, extractDate)
        .notAfterExtract("first_attempt_at", attempt, extractDate)
        .notAfterExtract("first_contact_at", contact, extractDate)
        .notAfterExtract("closed_at", closed, extractDate)
        .notBefore(
            "opened_at",
            opened,
            referral.receivedAt(),
            "The case was opened before the referral was received." + LEFT_OUT)
        .notBefore(
            "closed_at", closed, opened, "The case was closed before it was opened." + LEFT_OUT)
        .notBefore(
            "first_attempt_at",
            attempt,
            opened,
            "The first attempt is before the case was opened." + LEFT_OUT)
        .notBefore(
            "first_contact_at",
            contact,
            attempt == null ? opened : attempt,
            "The first contact is before the first attempt." + LEFT_OUT)
        .notBefore(
            "first_attempt_at",
            closed,
            attempt,
            "The first attempt is after the case was closed." + LEFT_OUT)
        .notBefore(
            "first_contact_at",
            closed,
            contact,
            "The first contact is after the case was closed." + LEFT_OUT);
  }

  private void closing(RowRules rules) {
    boolean closed = row.time("closed_at") != null;
    String outcome = row.get("closure_outcome");
    String level = row.get("support_level");
    String meant =
        profile
            .list("closure_outcome")
            .find(outcome)
            .flatMap(code -> code.attribute("support_level"))
            .orElse(level);
    rules
        .require(
            closed || outcome.isEmpty(),
            "closed_at",
            "missing_mandatory",
            "There is an outcome, but no closing date." + LEFT_OUT)
        .require(
            !closed || !outcome.isEmpty(),
            "closure_outcome",
            "missing_mandatory",
            "The case is closed, but has no outcome." + LEFT_OUT)
        .require(
            closed || level.isEmpty(),
            "support_level",
            "rule",
            "The case is open, but has a level of support." + LEFT_OUT)
        .require(
            !closed || !level.isEmpty(),
            "support_level",
            "missing_mandatory",
            "The case is closed, but has no level of support." + LEFT_OUT)
        .require(
            level.equals(meant),
            "support_level",
            "rule",
            "The outcome means another level of support." + LEFT_OUT);
  }

  private void length(RowRules rules) {
    String length = row.get("length_of_support_days");
    LocalDateTime closed = row.time("closed_at");
    LocalDateTime contact = row.time("first_contact_at");
    boolean enhanced = closed != null && row.get("support_level").equals(ENHANCED);
    rules
        .require(
            !enhanced || contact != null,
            "first_contact_at",
            "rule",
            "Support was enhanced, but nobody was spoken to." + LEFT_OUT)
        .require(
            enhanced || length.isEmpty(),
            "length_of_support_days",
            "rule",
            "Only a closed case with enhanced support has a length of support." + LEFT_OUT);
    if (enhanced && contact != null && closed != null) {
      long days = ChronoUnit.DAYS.between(contact.toLocalDate(), closed.toLocalDate()) + 1;
      rules.require(
          length.equals(Long.toString(days)),
          "length_of_support_days",
          "rule",
          "From first contact to closing it is " + days + " days." + LEFT_OUT);
    }
  }

  private void duplicate(
      RowRules rules, LegacyReferral referral, @Nullable LegacyReferral original) {
    String key = row.get("duplicate_of_referral_id");
    boolean meant =
        profile
            .list("closure_outcome")
            .find(row.get("closure_outcome"))
            .flatMap(code -> code.attribute("requires"))
            .filter(facts -> facts.contains(DUPLICATE_NAMED))
            .isPresent();
    rules
        .require(
            key.isEmpty() || meant,
            "duplicate_of_referral_id",
            "rule",
            "The case names another referral, but was not closed as its duplicate." + LEFT_OUT)
        .require(
            !meant || !key.isEmpty(),
            "duplicate_of_referral_id",
            "rule",
            "The case was closed as a duplicate, but does not say of which referral." + LEFT_OUT)
        .require(
            key.isEmpty() || original != null,
            "duplicate_of_referral_id",
            "rule",
            "The case was closed as a duplicate of a referral that does not exist." + LEFT_OUT)
        .require(
            original == null
                || (original.id() != referral.id()
                    && !original.receivedAt().isAfter(referral.receivedAt())),
            "duplicate_of_referral_id",
            "rule",
            "The referral that it repeats came later, or is its own." + LEFT_OUT);
  }
}
