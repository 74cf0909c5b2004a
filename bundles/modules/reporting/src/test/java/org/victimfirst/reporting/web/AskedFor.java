package org.victimfirst.reporting.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.UploadedFile;

/** A request for a page, as the shell would hand it over. */
record AskedFor(
    Call call, Map<String, String> segments, Map<String, List<String>> query, boolean hidden)
    implements PageRequest {
  static AskedFor by(Call call) {
    return new AskedFor(call, Map.of(), Map.of(), false);
  }

  AskedFor segment(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(segments);
    more.put(name, value);
    return new AskedFor(call, more, query, hidden);
  }

  AskedFor with(String name, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(query);
    more.put(name, List.of(value));
    return new AskedFor(call, segments, more, hidden);
  }

  AskedFor hiding() {
    return new AskedFor(call, segments, query, true);
  }

  @Override
  public String path() {
    return "/reporting";
  }

  @Override
  public String segment(String name) {
    return segments.getOrDefault(name, "");
  }

  @Override
  public long id(String name) {
    throw ProblemException.notFound("no number");
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
    return List.of();
  }

  @Override
  public boolean hidePersonalDetails() {
    return hidden;
  }

  @Override
  public Html csrf() {
    return Html.EMPTY;
  }

  @Override
  public Optional<String> notice() {
    return Optional.empty();
  }
}
