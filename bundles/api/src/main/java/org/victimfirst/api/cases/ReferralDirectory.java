package org.victimfirst.api.cases;

import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.victimfirst.api.security.Call;

/** Finds referrals for other modules. Present while the cases module is. */
@ProviderType
public interface ReferralDirectory {
  /**
   * Several, in the order asked for; unknown ones are left out, and all of them for a caller who
   * may not know of them. Records the reading once.
   */
  List<ReferralSummary> find(Call call, Collection<Long> referralIds);
}
