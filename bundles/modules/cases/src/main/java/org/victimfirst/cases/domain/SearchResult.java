package org.victimfirst.cases.domain;

import java.util.List;

/**
 * What a search found.
 *
 * @param how {@code reference}, {@code police_reference}, {@code name}, {@code similar_name},
 *     {@code date_of_birth}, or an empty string when nothing was found
 * @param rows the cases, open ones first; {@link PersonSearch#LIMIT} at most
 * @param more whether there are more than are given
 */
public record SearchResult(String how, List<CaseRow> rows, boolean more) {
  /** Copies the rows. */
  public SearchResult {
    rows = List.copyOf(rows);
  }
}
