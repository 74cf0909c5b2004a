package org.victimfirst.cases.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.security.Call;

/**
 * Records contacts and safe contact. Needs {@code cases:contact}. Refusals as in {@link Casework},
 * and 409 {@code contact_not_safe} with members {@code safe_channel} and {@code state} ({@code no}
 * or {@code not_asked}).
 */
public interface ContactWork {
  /**
   * Records an attempt to reach the person. The gate ({@link ContactGate}) refuses a channel that
   * is not safe.
   *
   * @return the attempt's id
   */
  long recordAttempt(Call call, long caseId, NewAttempt attempt);

  /**
   * Records a contact that was not safe and happened all the same.
   *
   * @param whatHappened what happened and who may have heard; mandatory
   * @return the attempt's id
   */
  long recordIncident(Call call, long caseId, NewAttempt attempt, String whatHappened);

  /**
   * Changes safe contact. Only what differs from what is in force is recorded, see {@link
   * Permissions#after}. Open and closed cases alike, since safety does not end with a case.
   *
   * @param personVersion version of the person, from {@link CaseFile#personVersion()}
   * @param rule what to do when somebody else answers, an empty string for nothing, null to keep it
   */
  void changeSafeContact(
      Call call,
      long caseId,
      int personVersion,
      List<PermissionAnswer> answers,
      @Nullable String rule);
}
