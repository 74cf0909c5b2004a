package org.victimfirst.cases.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.UploadedFile;

/** A request as the shell hands it to a page. */
record TestRequest(
    Call call,
    String path,
    Map<String, String> segments,
    Map<String, List<String>> query,
    Map<String, List<String>> form,
    boolean hidePersonalDetails)
    implements PageRequest {
  @Override
  public String segment(String name) {
    return segments.getOrDefault(name, "");
  }

  @Override
  public long id(String name) {
    if (!segment(name).matches("\\d{1,18}")) {
      throw ProblemException.notFound("No number");
    }
    return Long.parseLong(segment(name));
  }

  @Override
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public String field(String name) {
    return fields(name).isEmpty() ? "" : fields(name).get(0).strip();
  }

  @Override
  public List<String> fields(String name) {
    return form.getOrDefault(name, List.of());
  }

  @Override
  public List<UploadedFile> files(String name) {
    return List.of();
  }

  @Override
  public Html csrf() {
    return Html.markup("<input type=\"hidden\" name=\"_csrf\" value=\"token\">");
  }

  @Override
  public Optional<String> notice() {
    return Optional.empty();
  }

  static Map<String, List<String>> values(String... namesAndValues) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String value = namesAndValues[i + 1];
      values.merge(
          namesAndValues[i],
          List.of(value),
          (before, one) -> java.util.stream.Stream.concat(before.stream(), one.stream()).toList());
    }
    return values;
  }
}
