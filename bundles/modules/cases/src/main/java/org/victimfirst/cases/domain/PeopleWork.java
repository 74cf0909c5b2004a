package org.victimfirst.cases.domain;

import java.util.List;
import org.victimfirst.api.security.Call;

/**
 * Changes what is known of the person a case is about. Needs {@code cases:write}. Refusals as in
 * {@link Casework}; facts of open cases follow, those of closed cases stay as they were counted.
 */
public interface PeopleWork {
  /**
   * Changes who the person is and where they can be found. What referrers told about safe contact
   * holds for the phone, email and address that came with it.
   */
  void changeDetails(Call call, long caseId, int personVersion, PersonDetails details);

  /**
   * Decides which of the other ways to reach the person that a referral gave are right. A "yes"
   * that was answered here about one that is replaced does not go over to the new one. 409 {@code
   * details_compared} when nothing of this referral waits any more, {@code older_details_first}
   * while an older one waits.
   *
   * @param ways {@code phone}, {@code email}, {@code address}; none to keep what is stored
   */
  void compareDetails(
      Call call, long caseId, int personVersion, long referralId, List<String> ways);

  /** Records answers for equality monitoring. */
  void changeDemographics(Call call, long caseId, int personVersion, Demographics answers);
}
