package org.victimfirst.api.cases;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One de-identified referral: a row of {@code cases.referral_fact}. One object serves for all rows
 * of a pass.
 *
 * <p>The SQL contract, version 1: {@code referral_id BIGINT} (primary key), {@code area VARCHAR},
 * {@code received_on DATE} (indexed), and the SMALLINT columns of those {@link FactDimension}s that
 * are known on receipt, {@code child SMALLINT}.
 */
@ProviderType
public interface ReferralFact {
  /** The referral's id. */
  long referralId();

  /** Id of the code in a dimension that is known on receipt, 0 when nothing is recorded. */
  int id(FactDimension dimension);

  /** Whether the person was a child or young person when the referral was received. */
  boolean child();
}
