package org.victimfirst.cases.domain;

import java.util.List;
import org.victimfirst.api.security.Call;

/**
 * Changes what is known of the person a case is about. Needs {@code cases:write}. Refusals as in
 * {@link Casework}; facts of open cases follow, those of closed cases stay as they were counted.
 */
public interface PeopleWork {
  /**
   * Changes who the person is and where they can be found. A "yes" is about the phone, email or
   * address that it was said of, by a referrer or here, and does not go over to another one.
   *
   * @return the channels that were safe and are not any more: to be asked again
   */
  List<String> changeDetails(Call call, long caseId, int personVersion, PersonDetails details);

  /**
   * Decides which of the other ways to reach the person that a referral gave are right. A "yes"
   * about one that is replaced ends as in {@link #changeDetails}; what the referral told of its own
   * counts. 409 {@code details_compared} when nothing of this referral waits any more, {@code
   * older_details_first} while an older one waits.
   *
   * @param ways {@code phone}, {@code email}, {@code address}; none to keep what is stored
   * @return the channels that were safe and are not any more: to be asked again
   */
  List<String> compareDetails(
      Call call, long caseId, int personVersion, long referralId, List<String> ways);

  /** Records answers for equality monitoring. */
  void changeDemographics(Call call, long caseId, int personVersion, Demographics answers);
}
