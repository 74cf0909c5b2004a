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

  /** Paths of all figures, without shares. */
  static Map<String, String> figures(JsonNode report) {
    Map<String, String> figures = new LinkedHashMap<>(leaves(report));
    figures.keySet().removeIf(path -> path.contains("/percent/"));
    return figures;
  }

  /** The same of a report as CSV: section, figure, label, value, percent. */
  static Map<String, String> figures(String csv) {
    Map<String, String> figures = new LinkedHashMap<>();
    csv.lines()
        .skip(1)
        .map(line -> line.replaceAll("\"[^\"]*\"", "label").split(",", -1))
        .filter(cells -> cells.length == 5 && ALL.contains(cells[0]) && !cells[3].isEmpty())
        .forEach(
            cells -> figures.put(cells[0] + "/figures/" + cells[1].replace('.', '/'), cells[3]));
    return figures;
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
