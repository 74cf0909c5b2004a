package org.victimfirst.cases.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.TodayPanel;
import org.victimfirst.cases.store.StoredFoundCases;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

/**
 * The module's pages on a real database, asked for by address: it finds the route, checks its
 * permission and calls it, as the shell does.
 */
final class TestConsole implements AutoCloseable {
  final TestCases cases;
  private final Timelines timelines =
      new Timelines(module -> Optional.of(() -> {}), TestCases.COLLEAGUES);
  private final TestPages pages;
  private final List<CaseTab> tabs;
  private final List<TodayPanel> panels;
  private final List<DashboardTile> tiles;
  private Call call = TestCases.senior();
  private boolean hiding;

  TestConsole(Dialect dialect) {
    cases = new TestCases(dialect);
    timelines.addSource(cases.timeline, Map.of(VictimFirstModule.PROPERTY, "cases"));
    var areas = TestCases.PROFILES;
    OverviewTab overview = new OverviewTab(cases.files, areas, timelines);
    PersonTab person = new PersonTab(cases.files, areas);
    NotesPages notes = new NotesPages(cases.files, cases.casework, TestCases.COLLEAGUES);
    var found = new StoredFoundCases(cases.database);
    tabs =
        List.of(
            overview,
            person,
            new ContactTab(cases.files, TestCases.COLLEAGUES, areas),
            notes,
            new TimelineTab(timelines));
    panels =
        List.of(
            new TodayWork(cases.files),
            new IncidentsPanel(cases.checks, TestCases.COLLEAGUES, areas),
            new SafetyPanel(cases.checks, areas));
    tiles =
        List.of(
            new OwnCasesTile(cases.files),
            new UnassignedTile(cases.files),
            new WaitingTile(cases.referrals));
    pages =
        new TestPages(
            List.of(
                new CaseListPages(cases.files, found, TestCases.COLLEAGUES, areas),
                new ComparePages(cases.files, cases.people),
                new ClosePages(cases.files, cases.casework),
                new ContactPages(cases.contacts, areas),
                new EqualityPages(cases.files, cases.people, areas),
                new FindPages(cases.files, found),
                new NewReferralPages(cases.referrals, areas),
                notes,
                new PersonPages(cases.files, cases.people, areas),
                new PrintPages(
                    cases.files, areas, timelines, TestCases.COLLEAGUES, cases.test.audit()),
                new ReceivedPages(
                    cases.referrals, cases.casework, cases.files, TestCases.COLLEAGUES, areas),
                new ReferralPages(cases.referrals, cases.casework, areas),
                new SafeContactPages(cases.files, cases.contacts),
                new ShowPages(overview, person, cases.directory, cases.files, cases.test.audit()),
                new WorkPages(cases.files, cases.casework, TestCases.COLLEAGUES)));
  }

  /** All routes of the module. */
  List<Route> routes() {
    return pages.routes();
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
    return (PageResponse.Page) pages.get(path, request().asking(values(query)));
  }

  /** A form that is sent. */
  PageResponse post(String path, String... fields) {
    return pages.post(path, request().sending(values(fields)));
  }

  /** A form that is refused or shown once more. */
  PageResponse.Page again(String path, String... fields) {
    return (PageResponse.Page) post(path, fields);
  }

  /** A tab of the case page. */
  String tab(long caseId, String key) {
    CaseHead head = cases.directory.head(call, caseId, hiding).orElseThrow();
    CaseTab tab = tabs.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    TestRequest request = request().at("/cases/" + caseId, Map.of());
    try {
      return tab.content(request, head).asString();
    } catch (Exception e) {
      throw new AssertionError("The tab " + key + " failed", e);
    }
  }

  /** What the module says on Today. */
  String today() {
    StringBuilder today = new StringBuilder();
    for (TodayPanel panel : panels) {
      if (call.actor().may(panel.permission())) {
        try {
          panel.content(request()).ifPresent(content -> today.append(content.asString()));
        } catch (Exception e) {
          throw new AssertionError("The panel " + panel.title() + " failed", e);
        }
      }
    }
    for (DashboardTile tile : tiles) {
      if (call.actor().may(tile.permission())) {
        try {
          tile.tile(call).ifPresent(one -> today.append(one.title() + " " + one.figure() + "\n"));
        } catch (Exception e) {
          throw new AssertionError("A tile failed", e);
        }
      }
    }
    return today.toString();
  }

  private TestRequest request() {
    return TestRequest.by(call).hiding(hiding);
  }

  private static Map<String, List<String>> values(String... namesAndValues) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.merge(
          namesAndValues[i],
          List.of(namesAndValues[i + 1]),
          (before, one) -> Stream.concat(before.stream(), one.stream()).toList());
    }
    return values;
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
