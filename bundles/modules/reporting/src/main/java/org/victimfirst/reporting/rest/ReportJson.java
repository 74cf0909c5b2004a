package org.victimfirst.reporting.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.reporting.domain.Report;

/**
 * The report as JSON. Written here and not by the platform's mapper, because a percentage of
 * nothing is null, not left out.
 */
final class ReportJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  static String of(Report report) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("what", "quarterly report");
    root.put("area", report.area());
    root.put("period", period(report));
    root.put("made_at", time(report.madeAt()));
    Map<String, Object> sections = new LinkedHashMap<>();
    List<String> withheld = new ArrayList<>();
    for (Report.Part part : report.parts()) {
      sections.put(part.key(), section(part.section()));
      part.withheld().paths().forEach(path -> withheld.add(part.key() + "." + path));
    }
    root.put("sections", sections);
    root.put("absent", report.absent().stream().map(ReportJson::absent).toList());
    root.put("checks", report.checks().stream().map(c -> check(c, report.withheld())).toList());
    root.put("small_counts_withheld", report.withheld());
    root.put("withheld", withheld);
    return written(root);
  }

  private static Map<String, Object> period(Report report) {
    Map<String, Object> period = new LinkedHashMap<>();
    period.put("start", report.period().from().toString());
    period.put("end", report.period().to().toString());
    return period;
  }

  private static String time(LocalDateTime at) {
    return at.toString();
  }

  private static Map<String, Object> section(Section section) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("figures", section.figures());
    if (!section.percent().isEmpty()) {
      json.put("percent", section.percent());
    }
    return json;
  }

  private static Map<String, Object> absent(Report.Absent absent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("key", absent.key());
    json.put("title", absent.title());
    json.put("reason", absent.reason().name().toLowerCase(Locale.ROOT));
    if (!absent.module().isEmpty()) {
      json.put("module", absent.module());
    }
    return json;
  }

  private static Map<String, Object> check(Report.Checked checked, boolean withheld) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("section", checked.key());
    json.put("check", checked.check().sentence());
    json.put("agrees", checked.check().agrees());
    if (!withheld) {
      json.put("expected", checked.check().expected());
      json.put("found", checked.check().found());
    }
    return json;
  }

  static String definitions(List<ReportSection> sections) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (ReportSection section : sections) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("section", section.key());
      json.put("title", section.title());
      json.put("definitions", section.definitions().stream().map(ReportJson::definition).toList());
      all.add(json);
    }
    return written(Map.of("sections", all));
  }

  private static Map<String, Object> definition(Definition definition) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("figure", definition.figure());
    json.put("label", definition.label());
    json.put("words", definition.words());
    json.put("source", definition.source());
    return json;
  }

  private static String written(Object json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The report has something that JSON cannot say", e);
    }
  }
}
