package org.victimfirst.reporting.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Every number that a reader of a report sees, in each of its formats. */
final class ShownNumbers {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*");
  private static final Pattern CELL = Pattern.compile("<(?:h3|td|p|tspan)\\b[^>]*>(.*?)</");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

  private final List<Shown> all = new ArrayList<>();

  /**
   * A number.
   *
   * @param section key or title of its section
   * @param words the words around it
   */
  record Shown(String section, String words, long number) {}

  /**
   * Those of headings, cells, bars and sentences; the labels of rows are those of the area's lists.
   */
  static List<Shown> ofHtml(String html) {
    ShownNumbers numbers = new ShownNumbers();
    for (String section : html.substring(html.indexOf("<section>")).split("<section><h2>", -1)) {
      String title = section.split("</h2>", -1)[0];
      if (!title.equals("Not in this report")) {
        CELL.matcher(section).results().forEach(cell -> numbers.read(title, cell.group(1)));
      }
    }
    return numbers.all;
  }

  /** Those of the column of values. */
  static List<Shown> ofCsv(String csv) {
    ShownNumbers numbers = new ShownNumbers();
    csv.lines()
        .skip(1)
        .map(row -> QUOTED.matcher(row).replaceAll("words").split(",", -1))
        .forEach(cells -> numbers.read(cells[0], cells[3]));
    return numbers.all;
  }

  /** Those of the figures and of the checks. */
  static List<Shown> ofJson(String json) throws Exception {
    ShownNumbers numbers = new ShownNumbers();
    JsonNode root = new ObjectMapper().readTree(json);
    root.get("sections")
        .properties()
        .forEach(section -> numbers.walk(section.getKey(), section.getValue().get("figures")));
    root.get("checks").forEach(check -> numbers.walk(check.get("section").asText(), check));
    return numbers.all;
  }

  private void walk(String section, JsonNode node) {
    if (node.isNumber()) {
      read(section, node.asText());
    }
    node.forEach(below -> walk(section, below));
  }

  private void read(String section, String words) {
    NUMBER
        .matcher(words)
        .results()
        .map(found -> Long.parseLong(found.group().replace(",", "")))
        .forEach(number -> all.add(new Shown(section, words, number)));
  }
}
