package org.victimfirst.cases.store;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.victimfirst.api.rest.Paged;

/** What a list has shown, for the audit: so that it can be told later whose names were read. */
final class Shown {
  private Shown() {}

  /**
   * How many, and which.
   *
   * @param what what the ids are of: {@code cases}, {@code referrals}, {@code people} or {@code
   *     pairs}
   */
  static Map<String, String> of(String what, Collection<Long> ids) {
    Map<String, String> details = new TreeMap<>();
    details.put("shown", Integer.toString(ids.size()));
    details.put(
        what,
        ids.stream().limit(Paged.MAX_SIZE).map(String::valueOf).collect(Collectors.joining(" ")));
    return details;
  }
}
