package org.victimfirst.api.cases;

import java.util.List;

/**
 * The head of every page of a case, and what lists show of one.
 *
 * @param summary the case in a line
 * @param facts short facts under the name, such as "Enhanced support"
 * @param safeContact how the person may be contacted
 * @param hidden whether personal details were left out
 */
public record CaseHead(
    CaseSummary summary, List<String> facts, SafeContact safeContact, boolean hidden) {
  /** Copies the facts. */
  public CaseHead {
    facts = List.copyOf(facts);
  }
}
