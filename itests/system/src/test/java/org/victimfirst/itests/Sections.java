package org.victimfirst.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections of a report, leaf by leaf. */
final class Sections {
  static final List<String> ALL =
      List.of(
          "headlines",
          "referral_source",
          "crime_types",
          "repeat_victims",
          "demographics",
          "geography",
          "new_referrals",
          "identified_needs",
          "reduction_in_need");

  private Sections() {}

  /**
   * Paths of all figures and shares of one section; numbers compare as numbers, 7 and 7.0 alike.
   */
  static Map<String, String> leaves(JsonNode report, String section) {
    Map<String, String> leaves = new LinkedHashMap<>();
    JsonNode found = report.path("sections").path(section);
    collect(section + "/figures", found.path("figures"), leaves);
    collect(section + "/percent", found.path("percent"), leaves);
    return leaves;
  }

  /** Those of all sections. */
  static Map<String, String> leaves(JsonNode report) {
    Map<String, String> leaves = new LinkedHashMap<>();
    ALL.forEach(section -> leaves.putAll(leaves(report, section)));
    return leaves;
  }

  private static void collect(String path, JsonNode node, Map<String, String> leaves) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), leaves));
    } else if (!node.isMissingNode()) {
      leaves.put(
          path,
          node.isNumber()
              ? node.decimalValue().stripTrailingZeros().toPlainString()
              : node.asText());
    }
  }
}
