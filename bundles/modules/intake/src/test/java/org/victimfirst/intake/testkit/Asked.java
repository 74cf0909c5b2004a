package org.victimfirst.intake.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.UploadedFile;

/** A request for a page, as the shell makes it. */
public record Asked(
    Map<String, String> segments, Map<String, List<String>> query, List<UploadedFile> files)
    implements PageRequest {
  /** A request without anything. */
  public static Asked plain() {
    return new Asked(Map.of(), Map.of(), List.of());
  }

  /** A request for an import. */
  public static Asked of(long importId) {
    return new Asked(Map.of("id", Long.toString(importId)), Map.of(), List.of());
  }

  /** The same with a value in the query. */
  public Asked with(String name, String value) {
    return new Asked(segments, Map.of(name, List.of(value)), files);
  }

  /** An upload. */
  public static Asked sending(UploadedFile... files) {
    return new Asked(Map.of(), Map.of(), List.of(files));
  }

  @Override
  public Call call() {
    return TestIntake.CALL;
  }

  @Override
  public String path() {
    return "/intake";
  }

  @Override
  public String segment(String name) {
    return segments.getOrDefault(name, "");
  }

  @Override
  public long id(String name) {
    return Long.parseLong(segment(name));
  }

  @Override
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public String field(String name) {
    return "";
  }

  @Override
  public List<String> fields(String name) {
    return List.of();
  }

  @Override
  public Map<String, List<String>> form() {
    return Map.of();
  }

  @Override
  public List<UploadedFile> files(String name) {
    return files;
  }

  @Override
  public boolean hidePersonalDetails() {
    return false;
  }

  @Override
  public Html csrf() {
    return Html.markup("<input type=\"hidden\" name=\"csrf\" value=\"t\">");
  }

  @Override
  public Optional<String> notice() {
    return Optional.empty();
  }
}
