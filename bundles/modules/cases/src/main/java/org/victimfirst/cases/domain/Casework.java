package org.victimfirst.cases.domain;

import java.util.List;
import org.victimfirst.api.security.Call;

/**
 * Works on cases. Every act checks the permission ({@link
 * org.victimfirst.api.security.AccessDeniedException}), is audited in its own transaction and keeps
 * the case facts in step.
 *
 * <p>Refusals: {@link org.victimfirst.api.rest.ProblemException} 404 {@code not_found}; 409 {@code
 * case_closed} (a closed case is locked: reopen it first); 409 {@code contact_not_safe} with members
 * {@code safe_channel} and {@code state}; 409 {@code outcome_does_not_fit} with member {@code
 * reasons}; {@link RefusedException} 422 with all fields that are wrong; {@link
 * org.victimfirst.api.persistence.StaleVersionException} when somebody else changed it meanwhile.
 */
public interface Casework {
  /**
   * Opens a case from a referral. Needs {@code cases:write}.
   *
   * @param caseworker login, or an empty string for nobody yet
   * @return the case's id; 409 {@code referral_has_case} when there is one already
   */
  long open(Call call, long referralId, String caseworker);

  /**
   * Assigns. Needs {@code cases:assign}; somebody with {@code cases:write} may take a case that
   * nobody has.
   *
   * @param caseworker login, or an empty string for nobody
   */
  void assign(Call call, long caseId, int version, String caseworker, String reason);

  /**
   * Records an attempt to reach the person. Needs {@code cases:contact}. The gate ({@link
   * ContactGate}) refuses a channel that is not safe.
   *
   * @return the attempt's id
   */
  long recordAttempt(Call call, long caseId, NewAttempt attempt);

  /**
   * Records a contact that was not safe and happened all the same. Needs {@code cases:contact}.
   *
   * @param whatHappened what happened and who may have heard; mandatory
   * @return the attempt's id
   */
  long recordIncident(Call call, long caseId, NewAttempt attempt, String whatHappened);

  /**
   * Changes safe contact. Needs {@code cases:contact}. Only channels that are named change. Open
   * and closed cases alike, since safety does not end with a case.
   *
   * @param personVersion version of the person, from {@link CaseFile#personVersion()}
   * @param rule what to do when somebody else answers, or an empty string
   */
  void changeSafeContact(
      Call call, long caseId, int personVersion, List<PermissionAnswer> answers, String rule);

  /** Changes who the person is and where they can be found. Needs {@code cases:write}. */
  void changeDetails(Call call, long caseId, int personVersion, PersonDetails details);

  /** Records answers for equality monitoring. Needs {@code cases:write}. */
  void changeDemographics(Call call, long caseId, int personVersion, Demographics answers);

  /** Plans what is to be done next. Needs {@code cases:write}. */
  void planNext(Call call, long caseId, int version, NextAction next);

  /**
   * Writes a note. Needs {@code cases:write}.
   *
   * @return the note's id
   */
  long addNote(Call call, long caseId, String body);

  /**
   * Adds to a note. Needs {@code cases:write}. The first text stays as it is.
   *
   * @return the amendment's id
   */
  long amendNote(Call call, long caseId, long noteId, String body);

  /**
   * Records an answer about consent. Needs {@code cases:write}.
   *
   * @param kind one of {@link Consent#KINDS}
   * @param answer one of {@link Consent#ANSWERS}
   */
  void recordConsent(Call call, long caseId, String kind, String answer, String note);

  /** Closes, if the outcome fits what happened. Needs {@code cases:close}. */
  void close(Call call, long caseId, int version, Closing closing);

  /** Opens a closed case again. Needs {@code cases:reopen}. The reason is mandatory. */
  void reopen(Call call, long caseId, int version, String reason);
}
