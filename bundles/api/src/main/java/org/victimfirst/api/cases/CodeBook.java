package org.victimfirst.api.cases;

import org.osgi.annotation.versioning.ProviderType;

/** Turns the numbers of case facts back into codes: the rows of {@code cases.fact_code}. */
@ProviderType
public interface CodeBook {
  /** Name of the list whose numbers are the bits of {@link CaseFact#disabilities()}. */
  String DISABILITY = "disability";

  /**
   * Largest id in a list, 0 when it has none: arrays that count by id have this plus one places.
   */
  int max(String list);

  /** The code of an id. */
  String code(String list, int id);

  /** The id of a code, 0 when no fact has it. */
  int id(String list, String code);
}
