package org.victimfirst.modules.manager;

import java.util.Map;
import org.victimfirst.modules.store.WantedTable;

/**
 * How a change ended.
 *
 * @param message in sentences, for people
 * @param decisions what is decided about modules from now on, by module
 */
record Outcome(String message, Map<String, WantedTable.Wanted> decisions) {
  /** Copies the decisions. */
  Outcome {
    decisions = Map.copyOf(decisions);
  }

  /** A change that left everything as it was. */
  static Outcome unchanged(String message) {
    return new Outcome(message, Map.of());
  }
}
