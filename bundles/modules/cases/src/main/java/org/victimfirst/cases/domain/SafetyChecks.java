package org.victimfirst.cases.domain;

import java.util.List;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Call;

/** What somebody has to know about safe contact today. Whose names are given is recorded. */
public interface SafetyChecks {
  /** For how many days an incident is told. */
  int DAYS = 7;

  /** Safe-contact incidents of the last {@link #DAYS}, newest first. Needs {@code cases:assign}. */
  List<RecentIncident> incidents(Call call);

  /**
   * The caller's own open cases whose safe contact is to be looked at, the most urgent first. Needs
   * {@code cases:read}.
   *
   * @param most how many are given; the total counts all
   */
  Paged<SafetyCheck> toCheck(Call call, int most);
}
