package org.victimfirst.api.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.victimfirst.api.security.Call;

/** Finds cases for other modules. Present while the cases module is. */
@ProviderType
public interface CaseDirectory {
  /**
   * One case. Records the reading.
   *
   * @return empty when there is none, or the caller may not know of it
   */
  Optional<CaseSummary> find(Call call, long caseId);

  /** Several, in the order asked for; unknown ones are left out. Records the reading once. */
  List<CaseSummary> find(Call call, Collection<Long> caseIds);

  /**
   * Several with what stands beside a name wherever names are listed: above all how the person may
   * be contacted. In the order asked for; unknown ones are left out. Records the reading once.
   *
   * @param hidePersonalDetails whether names become initials and notes are left out
   */
  List<CaseHead> heads(Call call, Collection<Long> caseIds, boolean hidePersonalDetails);

  /** Cases of the legacy extract by its keys, in the caller's transaction. For imports. */
  Map<String, LegacyCase> legacy(Connection connection, Collection<String> legacyKeys)
      throws SQLException;

  /** The head of a case page, with what the caller may see. Records the reading. */
  Optional<CaseHead> head(Call call, long caseId, boolean hidePersonalDetails);
}
