package org.victimfirst.api.cases;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One de-identified case, as reports count it: a row of {@code cases.case_fact}. One object serves
 * for all rows of a pass: take what is needed, keep nothing of it.
 *
 * <p>The SQL contract, version 1, of {@code cases.case_fact}: {@code case_id BIGINT} (primary key),
 * {@code area VARCHAR}, {@code received_on}, {@code opened_on}, {@code first_contact_on}, {@code
 * closed_on} (DATE; null where it has not happened), the SMALLINT columns of {@link FactDimension}
 * (0: not recorded), {@code child SMALLINT} (1: a child or young person on the day of receipt),
 * {@code disabilities BIGINT} (a bit per id of the list {@code disability}, id 1 is bit 0), indexed
 * by {@code closed_on}. It outlives erasure. Sections of a report may join their own facts to it.
 */
@ProviderType
public interface CaseFact {
  /** The case's id. */
  long caseId();

  /** Id of the code in a dimension, 0 when nothing is recorded. */
  int id(FactDimension dimension);

  /** Whether the support level is enhanced. */
  boolean enhanced();

  /** Whether the person was a child or young person when the referral was received. */
  boolean child();

  /** Disability answers, a bit per id of {@link CodeBook#DISABILITY}. */
  long disabilities();

  /** Day of receipt, as days since 1970-01-01. */
  int receivedDay();

  /** Day of first contact, as days since 1970-01-01, or {@link Integer#MIN_VALUE}. */
  int firstContactDay();

  /** Day of closing, as days since 1970-01-01, or {@link Integer#MIN_VALUE}. */
  int closedDay();
}
