package org.victimfirst.intake.testkit;

import static org.victimfirst.api.intake.ExtractColumn.code;
import static org.victimfirst.api.intake.ExtractColumn.codes;
import static org.victimfirst.api.intake.ExtractColumn.date;
import static org.victimfirst.api.intake.ExtractColumn.number;
import static org.victimfirst.api.intake.ExtractColumn.oneOf;
import static org.victimfirst.api.intake.ExtractColumn.text;
import static org.victimfirst.api.intake.ExtractColumn.time;

import java.util.List;
import java.util.Map;
import org.victimfirst.api.intake.ExtractColumn;

/** The columns of some files, as the extract's schema has them. */
public final class Columns {
  private static final String UNKNOWN = "unknown";

  /** By the name of the file. */
  public static final Map<String, List<ExtractColumn>> OF =
      Map.of(
          "referrals.csv", referrals(),
          "demographics.csv", demographics(),
          "cases.csv", cases(),
          "contact_attempts.csv", attempts(),
          "needs_assessments.csv", needs(),
          "hate.csv", hate(),
          "case_reviews.csv", reviews(),
          "vps.csv", vps());

  private Columns() {}

  private static ExtractColumn answer(String name) {
    return oneOf(name, "yes", "no", UNKNOWN).unknownAs(UNKNOWN);
  }

  private static List<ExtractColumn> referrals() {
    return List.of(
        text("referral_id"),
        text("person_id"),
        time("received_at"),
        code("source", "referral_source"),
        oneOf("role", "victim", "witness"),
        text("crime_reference").optional(),
        code("occurrence_type", "occurrence_type"),
        date("offence_date"),
        oneOf("police_force", "leicestershire_police", "british_transport_police").optional(),
        answer("vcop_hate_flag").optional(),
        code("vcop_enhanced_entitlement", "vcop_enhanced_entitlement")
            .optional()
            .unknownAs(UNKNOWN),
        oneOf("domestic_flag", "yes", "no"),
        text("officer_in_case").optional(),
        text("offence_summary").optional(),
        text("victim_first_name"),
        text("victim_last_name"),
        date("date_of_birth").optional(),
        code("gender", "gender").unknownAs(UNKNOWN),
        text("phone").optional(),
        text("email").optional(),
        text("address_line_1").optional(),
        text("address_line_2").optional(),
        text("town").optional(),
        text("postcode").optional(),
        code("beat", "beat"),
        answer("safe_to_leave_message"),
        answer("safe_to_write"),
        oneOf("preferred_contact", "phone", "text", "email", "letter"),
        text("language"),
        answer("consent_given"),
        answer("is_repeat_victim"));
  }

  private static List<ExtractColumn> demographics() {
    return List.of(
        text("person_id"),
        code("ethnicity", "ethnicity").unknownAs(UNKNOWN),
        codes("disability", "disability").unknownAs(UNKNOWN),
        code("religion", "religion").unknownAs(UNKNOWN),
        code("sexual_orientation", "sexual_orientation").unknownAs(UNKNOWN),
        code("communication_need", "communication_need").unknownAs(UNKNOWN),
        date("recorded_at").optional());
  }

  private static List<ExtractColumn> cases() {
    return List.of(
        text("case_id"),
        text("referral_id"),
        text("caseworker"),
        time("opened_at"),
        time("first_attempt_at").optional(),
        time("first_contact_at").optional(),
        time("closed_at").optional(),
        code("closure_outcome", "closure_outcome").optional(),
        code("support_level", "support_level").optional(),
        number("length_of_support_days"),
        text("duplicate_of_referral_id").optional());
  }

  private static List<ExtractColumn> attempts() {
    return List.of(
        text("attempt_id"),
        text("case_id"),
        time("attempted_at"),
        oneOf("channel", "phone", "text", "email", "letter"),
        oneOf(
            "result",
            "spoke",
            "no_answer",
            "voicemail_left",
            "wrong_number",
            "letter_sent",
            "officer_no_response"),
        text("made_by"));
  }

  private static List<ExtractColumn> needs() {
    return List.of(
        text("needs_id"),
        text("case_id"),
        code("stage", "assessment_stage"),
        code("area", "need_area"),
        code("level", "need_level"),
        time("assessed_at"));
  }

  private static List<ExtractColumn> hate() {
    return List.of(
        text("hate_id"),
        text("case_id"),
        time("identified_at"),
        text("identified_by"),
        code("recorded_as", "hate_recorded_as"),
        code("strand", "hate_strand"));
  }

  private static List<ExtractColumn> reviews() {
    return List.of(
        text("review_id"),
        text("case_id"),
        time("completed_at"),
        oneOf("improved_health_and_wellbeing", "yes", "no").optional(),
        oneOf("better_able_to_cope", "yes", "no").optional(),
        oneOf("increased_feelings_of_safety", "yes", "no").optional(),
        oneOf("informed_and_empowered", "yes", "no").optional());
  }

  private static List<ExtractColumn> vps() {
    return List.of(
        text("vps_id"),
        text("case_id"),
        time("asked_at"),
        oneOf("offered", "yes", "no", "not_sure", "not_applicable"),
        oneOf("completed", "yes", "no").optional(),
        oneOf("understands", "yes", "no", "not_sure").optional(),
        oneOf("would_like", "yes", "no", "not_sure").optional(),
        oneOf("facilitated", "yes", "no"));
  }
}
