package org.victimfirst.reporting.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.victimfirst.reporting.domain.Period;

/**
 * Addresses of the pages of one report.
 *
 * @param period the days that it covers
 * @param quarter whether they are a quarter, which is named by its first day alone
 * @param drill whether the reader may see the cases behind a figure
 */
record Addresses(Period period, boolean quarter, boolean drill) {
  String report() {
    return base() + (quarter ? "" : "?to=" + period.to());
  }

  String csv(boolean publication) {
    Map<String, String> query = new TreeMap<>();
    if (!quarter) {
      query.put("to", period.to().toString());
    }
    if (publication) {
      query.put("publication", "yes");
    }
    return base() + ".csv" + (query.isEmpty() ? "" : "?" + encoded(query));
  }

  /** Where the cases of a figure are; an empty string where they may not be seen. */
  String cases(String section, Map<String, String> filter) {
    return drill && !filter.isEmpty() ? casesPage(section, filter, 1) : "";
  }

  String casesPage(String section, Map<String, String> filter, int page) {
    Map<String, String> query = new TreeMap<>(filter);
    if (!quarter) {
      query.put("to", period.to().toString());
    }
    if (page > 1) {
      query.put("page", String.valueOf(page));
    }
    return base() + "/sections/" + section + "/cases?" + encoded(query);
  }

  private String base() {
    return ReportPages.ROOT + "/quarterly/" + period.from();
  }

  private static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(part -> encode(part.getKey()) + "=" + encode(part.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
