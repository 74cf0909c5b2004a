package org.victimfirst.reporting.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.reporting.ReportSection;

/** Says a drill-down filter in words, with the area's labels. */
final class FilterWords {
  private static final String OCCURRENCE_TYPE = "occurrence_type";
  private static final String SOURCE = "source";

  private final AreaProfile profile;
  private final boolean hidden;

  /**
   * With the labels of an area.
   *
   * @param hidden whether what happened to people is left out
   */
  FilterWords(AreaProfile profile, boolean hidden) {
    this.profile = profile;
    this.hidden = hidden;
  }

  String of(Map<String, String> filter) {
    String words =
        filter.entrySet().stream()
            .map(part -> word(part.getKey(), part.getValue()))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    if (words.isEmpty()) {
      return filter.containsKey(ReportSection.REFERRALS)
          ? "all referrals received"
          : "all cases closed";
    }
    return words;
  }

  private String word(String key, String value) {
    return switch (key) {
      case "level" -> "enhanced".equals(value) ? "enhanced support" : label("need_level", value);
      case "child" -> "children and young people";
      case "cases" -> "";
      case ReportSection.REFERRALS -> value.equals("all") ? "" : label("referral_group", value);
      case OCCURRENCE_TYPE -> hidden ? "one type" : label(OCCURRENCE_TYPE, value);
      case SOURCE -> hidden ? "one source" : label(list(SOURCE), value);
      case "need" -> label("need_area", value);
      case "stage" -> label("assessment_stage", value);
      default -> label(list(key), value);
    };
  }

  private static String list(String key) {
    return Stream.of(FactDimension.values())
        .filter(dimension -> dimension.column().equals(key))
        .map(FactDimension::list)
        .findFirst()
        .orElse(key);
  }

  private String label(String list, String code) {
    return profile.list(list).find(code).map(found -> found.label()).orElse(code.replace('_', ' '));
  }
}
