package org.victimfirst.security.internal.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.UploadedFile;

/** A request as the shell would make it. */
record Asked(
    Call call,
    String path,
    Map<String, String> segments,
    Map<String, List<String>> query,
    Map<String, List<String>> form)
    implements PageRequest {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+):([^}]+)}");

  /** Finds the route and lets it answer, after the permission was checked. */
  static PageResponse answer(
      PageSet pages, Call call, String method, String path, Map<String, List<String>> values)
      throws Exception {
    for (Route route : pages.routes()) {
      Matcher matcher =
          Pattern.compile(NAME.matcher(route.path()).replaceAll("(?<$1>$2)")).matcher(path);
      if (route.method().equals(method) && matcher.matches()) {
        call.actor().require(route.permission());
        Map<String, String> segments = new HashMap<>();
        Matcher names = NAME.matcher(route.path());
        while (names.find()) {
          segments.put(names.group(1), matcher.group(names.group(1)));
        }
        boolean get = method.equals("GET");
        return route
            .handler()
            .answer(
                new Asked(call, path, segments, get ? values : Map.of(), get ? Map.of() : values));
      }
    }
    throw new AssertionError("No route for " + method + " " + path);
  }

  static PageResponse.Page page(PageResponse response) {
    return (PageResponse.Page) response;
  }

  static String html(PageResponse response) {
    return page(response).body().asString();
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
    return fields(name).stream().findFirst().orElse("").strip();
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
  public boolean hidePersonalDetails() {
    return false;
  }

  @Override
  public Html csrf() {
    return Html.markup("<input type=\"hidden\" name=\"csrf\" value=\"token\">");
  }

  @Override
  public Optional<String> notice() {
    return Optional.empty();
  }
}
