package org.victimfirst.cases.domain;

import java.util.List;
import org.victimfirst.api.security.Call;

/** What somebody has to know about safe contact today. Whose names are given is recorded. */
public interface SafetyChecks {
  /** For how many days an incident is told. */
  int DAYS = 7;

  /** Safe-contact incidents of the last {@link #DAYS}, newest first. Needs {@code cases:assign}. */
  List<RecentIncident> incidents(Call call);
}
