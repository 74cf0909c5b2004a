package org.victimfirst.cases.domain;

import org.victimfirst.api.security.Call;

/**
 * Changes what is known of the person a case is about. Needs {@code cases:write}. Refusals as in
 * {@link Casework}; facts of open cases follow, those of closed cases stay as they were counted.
 */
public interface PeopleWork {
  /** Changes who the person is and where they can be found. */
  void changeDetails(Call call, long caseId, int personVersion, PersonDetails details);

  /** Records answers for equality monitoring. */
  void changeDemographics(Call call, long caseId, int personVersion, Demographics answers);
}
