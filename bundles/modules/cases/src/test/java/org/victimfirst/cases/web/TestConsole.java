package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.cases.store.StoredFoundCases;
import org.victimfirst.cases.store.TestCases;

/**
 * The module's pages on a real database, asked for by address: it finds the route, checks its
 * permission and calls it, as the shell does.
 */
final class TestConsole implements AutoCloseable {
  private static final Pattern SEGMENT = Pattern.compile("\\{(\\w+)(?::([^}]+))?}");

  final TestCases cases;
  private final Timelines timelines = new Timelines();
  private final List<Route> routes;
  private final List<CaseTab> tabs;
  private Call call = TestCases.senior();
  private boolean hiding;

  TestConsole(Dialect dialect) {
    cases = new TestCases(dialect);
    timelines.addSource(cases.timeline, Map.of(VictimFirstModule.PROPERTY, "cases"));
    var areas = TestCases.PROFILES;
    OverviewTab overview = new OverviewTab(cases.files, areas, timelines);
    PersonTab person = new PersonTab(cases.files, areas);
    NotesPages notes = new NotesPages(cases.files, cases.casework);
    var found = new StoredFoundCases(cases.database);
    tabs =
        List.of(
            overview,
            person,
            new ContactTab(cases.files, areas),
            notes,
            new TimelineTab(timelines));
    routes =
        Stream.<PageSet>of(
                new CaseListPages(cases.files, cases.directory, found, areas),
                new ClosePages(cases.files, cases.casework),
                new ContactPages(cases.contacts, areas),
                new EqualityPages(cases.files, cases.people, areas),
                new FindPages(cases.files, found),
                new NewReferralPages(cases.referrals, areas),
                notes,
                new PersonPages(cases.files, cases.people, areas),
                new PrintPages(cases.files, areas, timelines, cases.test.audit()),
                new ReceivedPages(cases.referrals, cases.casework, cases.files, areas),
                new ReferralPages(cases.referrals, cases.casework, areas),
                new SafeContactPages(cases.files, cases.contacts),
                new ShowPages(overview, person, cases.directory, cases.test.audit()),
                new WorkPages(cases.files, cases.casework))
            .flatMap(set -> set.routes().stream())
            .toList();
  }

  /** All routes of the module. */
  List<Route> routes() {
    return routes;
  }

  /** The pages as somebody else sees them. */
  TestConsole as(Call somebody) {
    call = somebody;
    return this;
  }

  /** The pages while personal details are hidden. */
  TestConsole hiding(boolean hide) {
    hiding = hide;
    return this;
  }

  /** A page. */
  PageResponse.Page get(String path, String... query) {
    return (PageResponse.Page) answer("GET", path, TestRequest.values(query), Map.of());
  }

  /** A form that is sent. */
  PageResponse post(String path, String... fields) {
    return answer("POST", path, Map.of(), TestRequest.values(fields));
  }

  /** A form that is refused or shown once more. */
  PageResponse.Page again(String path, String... fields) {
    return (PageResponse.Page) post(path, fields);
  }

  /** A tab of the case page. */
  String tab(long caseId, String key) {
    CaseHead head = cases.directory.head(call, caseId, hiding).orElseThrow();
    CaseTab tab = tabs.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    TestRequest request = request("/cases/" + caseId, Map.of(), Map.of(), Map.of());
    try {
      return tab.content(request, head).asString();
    } catch (Exception e) {
      throw new AssertionError("The tab " + key + " failed", e);
    }
  }

  private PageResponse answer(
      String method, String path, Map<String, List<String>> query, Map<String, List<String>> form) {
    for (Route route : routes) {
      Map<String, String> segments = new LinkedHashMap<>();
      if (route.method().equals(method) && fits(route.path(), path, segments)) {
        call.actor().require(route.permission());
        return answer(route, request(path, segments, query, form));
      }
    }
    throw new AssertionError("No page answers " + method + " " + path);
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

  private TestRequest request(
      String path,
      Map<String, String> segments,
      Map<String, List<String>> query,
      Map<String, List<String>> form) {
    return new TestRequest(call, path, segments, query, form, hiding);
  }

  private static boolean fits(String pattern, String path, Map<String, String> segments) {
    Matcher parts = SEGMENT.matcher(pattern);
    StringBuilder regex = new StringBuilder();
    int end = 0;
    List<String> names = new ArrayList<>();
    while (parts.find()) {
      names.add(parts.group(1));
      regex.append(Pattern.quote(pattern.substring(end, parts.start())));
      regex.append('(').append(parts.group(2) == null ? "[^/]+" : parts.group(2)).append(')');
      end = parts.end();
    }
    Matcher match = Pattern.compile(regex + Pattern.quote(pattern.substring(end))).matcher(path);
    if (!match.matches()) {
      return false;
    }
    for (int i = 0; i < names.size(); i++) {
      segments.put(names.get(i), match.group(i + 1));
    }
    return true;
  }

  /** A case about Ruth Exampleford: voicemail and text are not safe, letters were not asked. */
  long openCase() {
    cases.now("2026-11-10T10:00:00");
    return cases.openCase(
        TestCases.person("Ruth", "Exampleford", "1990-05-04"),
        TestCases.referral("2026-11-09T08:00:00", "no", "unknown"));
  }

  String personVersion(long caseId) {
    return Integer.toString(
        cases.files.find(TestCases.senior(), caseId).orElseThrow().personVersion());
  }

  String version(long caseId) {
    return Integer.toString(cases.files.find(TestCases.senior(), caseId).orElseThrow().version());
  }

  @Override
  public void close() {
    timelines.stop();
    cases.close();
  }
}
