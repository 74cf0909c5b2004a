package org.victimfirst.api.cases;

/**
 * The coded columns of a case fact. In SQL each is a SMALLINT column of {@code cases.case_fact}
 * (and, where it is known on receipt, of {@code cases.referral_fact}), whose value is the {@code
 * id} of the code in {@code cases.fact_code (list_name, id, code)}. Ids begin at 1 in each list and
 * are never given twice.
 */
public enum FactDimension {
  /** Referral source. */
  SOURCE("source", "referral_source", true),
  /** Victim or witness. */
  ROLE("role", "referral_role", true),
  /** What the police recorded. */
  OCCURRENCE_TYPE("occurrence_type", "occurrence_type", true),
  /** The police officer's hate flag. */
  HATE_FLAG("hate_flag", "hate_flag", true),
  /** Gender as told. */
  GENDER("gender", "gender", true),
  /** Age band on the day of receipt. */
  AGE_BAND("age_band", "age_band", true),
  /** Ethnicity. */
  ETHNICITY("ethnicity", "ethnicity", false),
  /** Religion. */
  RELIGION("religion", "religion", false),
  /** Sexual orientation. */
  SEXUAL_ORIENTATION("sexual_orientation", "sexual_orientation", false),
  /** Communication need. */
  COMMUNICATION_NEED("communication_need", "communication_need", false),
  /** Police beat. */
  BEAT("beat", "beat", true),
  /** Repeat victim: yes, no, unknown. */
  REPEAT_VICTIM("is_repeat_victim", "is_repeat_victim", true),
  /** Why the case was closed. */
  CLOSURE_OUTCOME("closure_outcome", "closure_outcome", false),
  /** Level of support given. */
  SUPPORT_LEVEL("support_level", "support_level", false);

  private final String column;
  private final String list;
  private final boolean onReferral;

  FactDimension(String column, String list, boolean onReferral) {
    this.column = column;
    this.list = list;
    this.onReferral = onReferral;
  }

  /** Name of the column. */
  public String column() {
    return column;
  }

  /** Name of the code list. */
  public String list() {
    return list;
  }

  /** Whether {@code cases.referral_fact} has the column too. */
  public boolean onReferral() {
    return onReferral;
  }
}
