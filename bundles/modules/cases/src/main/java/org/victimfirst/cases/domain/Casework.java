package org.victimfirst.cases.domain;

import org.victimfirst.api.security.Call;

/**
 * Works on cases. Every act checks the permission ({@link
 * org.victimfirst.api.security.AccessDeniedException}), is audited in its own transaction and keeps
 * the case facts in step.
 *
 * <p>Refusals: {@link org.victimfirst.api.rest.ProblemException} 404 {@code not_found}; 409 {@code
 * case_closed} (a closed case is locked: reopen it first); 409 {@code outcome_does_not_fit} with
 * member {@code reasons}; {@link RefusedException} 422 with all fields that are wrong; {@link
 * org.victimfirst.api.persistence.StaleVersionException} when somebody else changed it meanwhile.
 */
public interface Casework {
  /**
   * Opens a case from a referral. Needs {@code cases:write}, and {@code cases:assign} to give it to
   * somebody else.
   *
   * @param caseworker login, or an empty string for nobody yet
   * @return the case's id; 409 {@code referral_has_case} when there is one already
   */
  long open(Call call, long referralId, String caseworker);

  /**
   * Assigns. Needs {@code cases:assign}; somebody with {@code cases:write} may take a case that
   * nobody has.
   *
   * @param caseworker login of somebody with {@code cases:write}, or an empty string for nobody
   */
  void assign(Call call, long caseId, int version, String caseworker, String reason);

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
