package org.victimfirst.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;

/**
 * Pages of a module, asked for by address: it finds the route, checks its permission and calls it,
 * as the shell does.
 */
public final class TestPages {
  private static final Pattern SEGMENT = Pattern.compile("\\{(\\w+):?([^}]*)}");

  private final List<Route> routes;

  /** Of some sets of pages. */
  public TestPages(Collection<? extends PageSet> sets) {
    this.routes = sets.stream().flatMap(set -> set.routes().stream()).toList();
  }

  /** Of one set of pages. */
  public TestPages(PageSet set) {
    this(List.of(set));
  }

  /** All routes. */
  public List<Route> routes() {
    return routes;
  }

  /** What a page answers. */
  public PageResponse get(String address, TestRequest request) {
    return answer("GET", address, request);
  }

  /** What a form that is sent answers. */
  public PageResponse post(String address, TestRequest request) {
    return answer("POST", address, request);
  }

  /** The text of a page. */
  public static String html(PageResponse response) {
    return ((PageResponse.Page) response).body().asString();
  }

  private PageResponse answer(String method, String address, TestRequest request) {
    for (Route route : routes) {
      Optional<Map<String, String>> segments =
          route.method().equals(method) ? segments(route.path(), address) : Optional.empty();
      if (segments.isPresent()) {
        request.call().actor().require(route.permission());
        return answer(route, request.at(address, segments.get()));
      }
    }
    throw new AssertionError("No page answers " + method + " " + address);
  }

  private static PageResponse answer(Route route, TestRequest request) {
    try {
      return route.handler().answer(request);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(route.path() + " failed", e);
    }
  }

  /** The named parts of an address, if it fits. */
  private static Optional<Map<String, String>> segments(String pattern, String address) {
    Matcher parts = SEGMENT.matcher(pattern);
    StringBuilder regex = new StringBuilder();
    int end = 0;
    List<String> names = new ArrayList<>();
    while (parts.find()) {
      names.add(parts.group(1));
      regex.append(Pattern.quote(pattern.substring(end, parts.start())));
      regex.append('(').append(parts.group(2).isEmpty() ? "[^/]+" : parts.group(2)).append(')');
      end = parts.end();
    }
    Matcher match = Pattern.compile(regex + Pattern.quote(pattern.substring(end))).matcher(address);
    if (!match.matches()) {
      return Optional.empty();
    }
    Map<String, String> segments = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      segments.put(names.get(i), match.group(i + 1));
    }
    return Optional.of(segments);
  }
}
