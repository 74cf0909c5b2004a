package org.victimfirst.reporting.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.reporting.Section;

/**
 * Finds the counts of a section that add up to something which is known: those beside each other in
 * a map, and the parts of a place together with the place.
 */
final class Sums {
  private static final String TOTAL = "total";

  private final AreaProfile profile;
  private final Map<String, Long> counts;
  private final List<Set<String>> sums = new ArrayList<>();

  Sums(AreaProfile profile, Map<String, Long> counts) {
    this.profile = profile;
    this.counts = counts;
  }

  List<Set<String>> of(Section section) {
    Map<String, Object> figures = section.figures();
    beside("", figures, section.apart().keySet());
    for (Object upper : figures.keySet()) {
      for (Object lower : figures.keySet()) {
        parts(String.valueOf(upper), String.valueOf(lower));
      }
    }
    return sums;
  }

  /** The counts of one map but those apart; a map below it takes part with its total. */
  private void beside(String prefix, Map<?, ?> map, Set<String> apart) {
    Set<String> sum = new LinkedHashSet<>();
    map.forEach(
        (key, value) -> {
          String path = prefix + key;
          if (value instanceof Map<?, ?> below) {
            beside(path + ".", below, apart);
            path += "." + TOTAL;
          }
          if (counts.containsKey(path) && !apart.contains(path)) {
            sum.add(path);
          }
        });
    sums.add(sum);
  }

  /** For two lists of the profile, one above the other: each place together with its parts. */
  private void parts(String upper, String lower) {
    if (upper.equals(lower)
        || profile.list(upper).codes().isEmpty()
        || profile.list(lower).codes().isEmpty()) {
      return;
    }
    Map<String, Set<String>> byPlace = new HashMap<>();
    for (String path : counts.keySet()) {
      String[] keys = path.split("\\.", -1);
      if (keys.length == 3 && keys[0].equals(lower)) {
        String place = above(lower, keys[2], upper);
        String total = upper + "." + keys[1] + "." + place;
        if (!place.isEmpty() && counts.containsKey(total)) {
          byPlace.computeIfAbsent(total, t -> new LinkedHashSet<>(Set.of(t))).add(path);
        }
      }
    }
    sums.addAll(byPlace.values());
  }

  /** The code of the upper list under which a code lies, or an empty string. */
  private String above(String list, String code, String upper) {
    String in = list;
    String at = code;
    while (!in.isEmpty() && !in.equals(upper)) {
      at = profile.list(in).find(at).map(Code::parent).orElse("");
      in = between(in);
    }
    return in.equals(upper) ? at : "";
  }

  /** The list in which the parents of a list are: the one that has them all. */
  private String between(String list) {
    Set<String> parents = new LinkedHashSet<>();
    for (Code code : profile.list(list).codes()) {
      String parent = code.parent();
      if (parent != null) {
        parents.add(parent);
      }
    }
    return profile.listNames().stream()
        .filter(name -> !parents.isEmpty() && !name.equals(list))
        .filter(name -> parents.stream().allMatch(profile.list(name)::has))
        .findFirst()
        .orElse("");
  }
}
