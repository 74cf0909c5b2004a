package org.victimfirst.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.itests.Extracts.Extract;

/** The faults of the messy extract: what its manifest names, and what the product found. */
final class Faults {
  /** The files that the installed modules take. */
  private static final Set<String> FILES =
      Set.of(
          "referrals.csv",
          "demographics.csv",
          "cases.csv",
          "contact_attempts.csv",
          "needs_assessments.csv",
          "impact_sample.csv");

  private static final Map<String, String> SEVERITY =
      Map.of("reject", "rejected", "report", "reported");

  /** One row has two unknown codes; the manifest names the first of them in its column. */
  private static final String SECOND_OF_TWO =
      "demographics.csv 21 22 P90000051 religion unknown_code reported";

  private Faults() {}

  /** All rows to be rejected or reported; those to be accepted are not to be named. */
  static List<String> expected(Extract extract) {
    List<String> expected = new ArrayList<>(List.of(SECOND_OF_TWO));
    for (JsonNode row :
        Extracts.read(extract.folder().resolve("messy_expected.json")).get("rows")) {
      String severity = SEVERITY.get(row.path("expect").asText());
      if (severity != null && FILES.contains(row.path("file").asText())) {
        expected.add(line(row, severity));
      }
    }
    return expected;
  }

  /** The problems of the only import. */
  static List<String> found(Instance instance) {
    String imports = "/api/v1/intake/imports";
    String id = instance.get(imports).json().at("/items/0/id").asText();
    JsonNode problems = instance.get(imports + "/" + id + "/problems?size=200").json();
    List<String> found = new ArrayList<>();
    problems.path("items").forEach(row -> found.add(line(row, row.path("severity").asText())));
    if (found.size() != problems.path("total").asInt()) {
      throw new AssertionError("One page has not all problems: " + problems.path("total"));
    }
    return found;
  }

  private static String line(JsonNode row, String severity) {
    return "%s %s %s %s %s %s %s"
        .formatted(
            row.path("file").asText(),
            row.path("record").asText(),
            row.path("line").asText(),
            row.path("key").asText(),
            row.path("column").asText(),
            row.path("code").asText(),
            severity);
  }
}
