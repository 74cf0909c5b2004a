package org.victimfirst.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.TodayPanel;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Chart;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Moj;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Tiles;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.WorkList;
import org.victimfirst.web.shell.Area;

/**
 * Shows the console with invented contributions, to look at: run it with a port, sign in with any
 * name and the password of {@link FakeSessions}.
 */
final class Preview {
  private Preview() {}

  public static void main(String[] arguments) throws Exception {
    FakeSessions sessions = new FakeSessions("cases:read", "reporting:read", "intake:read");
    ConsoleHarness console =
        new ConsoleHarness(sessions, new Area(), Integer.parseInt(arguments[0]));
    fill(console);
    Thread.currentThread().join();
  }

  static void fill(ConsoleHarness c) {
    c.directory(Samples.directory());
    nav(c, "Cases", "/cases", 100);
    nav(c, "Referrals", "/intake", 200);
    nav(c, "Reports", "/reporting", 400);
    tab(c, "", "Overview", 0, (r, head) -> PreviewTabs.overview());
    tab(c, "contact", "Contact", 100, (r, head) -> PreviewTabs.contact(r));
    tab(c, "needs", "Needs", 200, (r, head) -> PreviewTabs.needs(r));
    tab(
        c,
        "support",
        "Support",
        300,
        (r, head) -> {
          throw new IllegalStateException("invented");
        });
    tab(c, "timeline", "Timeline", 900, (r, head) -> Moj.timeline(PreviewTabs.timeline()));
    c.contributions.addPanel(panel(), c.properties("cases"));
    tile(c, "Referrals to sort", "14", "Oldest: 1 working day");
    tile(c, "Needs reviews", "3", "1 late");
    c.contributions.addTile(broken(), c.properties("feedback"));
    c.contributions.addPages(
        () ->
            List.of(
                Route.get("/cases", "cases:read", Preview::list),
                Route.post("/find", "cases:read", r -> PageResponse.redirect("/cases"))),
        c.properties("cases"));
    c.contributions.addPages(
        () -> List.of(Route.get("/reporting", "reporting:read", Preview::report)),
        c.properties("reporting"));
    c.contributions.addPages(
        () ->
            List.of(
                Route.get("/intake", "intake:read", Preview::intake),
                Route.get(
                    "/intake/empty",
                    "intake:read",
                    r ->
                        PageResponse.page(
                            "Engagement",
                            Html.all(
                                Vf.head("Engagement", "July to September 2020"),
                                Vf.empty(
                                    "No activities yet this quarter",
                                    "Activities that you record here appear in the report.",
                                    Govuk.linkButton("Record an activity", "/intake")))))),
        c.properties("intake"));
  }

  private static void nav(ConsoleHarness c, String label, String path, int order) {
    c.contributions.addNavItem(
        new Samples.Nav(label, path, "cases:read", order), c.properties("cases"));
  }

  private static void tab(
      ConsoleHarness c, String key, String label, int order, Samples.Content content) {
    c.contributions.addCaseTab(
        new Samples.Tab(key, label, order, "cases:read", content), c.properties("cases"));
  }

  private static void tile(ConsoleHarness c, String title, String figure, String note) {
    c.contributions.addTile(
        new SampleTile(new DashboardTile.Tile(title, figure, note, "/intake")),
        c.properties("intake"));
  }

  private record SampleTile(DashboardTile.Tile shown) implements DashboardTile {
    @Override
    public int order() {
      return 1;
    }

    @Override
    public String permission() {
      return "cases:read";
    }

    @Override
    public Optional<Tile> tile(Call call) {
      return Optional.of(shown);
    }
  }

  private static DashboardTile broken() {
    return new DashboardTile() {
      @Override
      public int order() {
        return 9;
      }

      @Override
      public String permission() {
        return "cases:read";
      }

      @Override
      public Optional<Tile> tile(Call call) {
        throw new IllegalStateException("invented");
      }
    };
  }

  private static TodayPanel panel() {
    return new TodayPanel() {
      @Override
      public int order() {
        return 1;
      }

      @Override
      public String permission() {
        return "cases:read";
      }

      @Override
      public String title() {
        return "Things to do";
      }

      @Override
      public Optional<Html> content(PageRequest request) {
        Html first =
            WorkList.item(
                Link.to("Ruth Okafor", "/cases/4417"),
                "VF-7KQ-M2XR",
                "Second contact attempt",
                "First attempt 7 July, no answer",
                SafeBand.chips(Samples.safeContact()),
                Govuk.tag("Before 2pm", "yellow"));
        Html second =
            WorkList.item(
                Link.to("Daniel Marsh", "/cases/4417"),
                "VF-3KQ-M2XT",
                "Review the needs assessment",
                "Due 6 July 2020",
                SafeBand.chipList(List.of(SafeBand.chip(State.NOT_ASKED, "Nothing asked yet"))),
                Govuk.tag("3 days late", "red"));
        return Optional.of(
            Vf.section(
                "work", "2 cases need something today", WorkList.list(List.of(first, second))));
      }
    };
  }

  private static PageResponse list(PageRequest request) {
    Table table =
        Table.of("Open cases of Priya Nair", "Person", "Crime", "Safe contact", "Next action");
    for (String name : List.of("Ruth Okafor", "Daniel Marsh", "Sunita Rao")) {
      table =
          table.withRow(
              Cell.html(
                  Html.all(
                      Govuk.link(name, "/cases/4417"),
                      Html.markup("<br>"),
                      Inline.reference("VF-7KQ-M2XR"))),
              Cell.text("Harassment"),
              Cell.html(SafeBand.chips(Samples.safeContact())),
              Cell.text("Second attempt, 9 July 2020"));
    }
    Html filter =
        Html.all(
            Html.markup("<form action=\"/cases\" method=\"get\">"),
            Vf.filter(
                "Change filters (1 in use)",
                Html.all(
                    Controls.select(
                        Field.of("status", "Status"),
                        List.of(Choice.of("open", "Open"), Choice.of("closed", "Closed"))),
                    Controls.checkboxes(
                        Field.of("show", "Show only").small("checkboxes"),
                        List.of(
                            Choice.of("due", "Due today or late"), Choice.of("young", "Under 18"))),
                    Govuk.submit("Apply filters"))),
            Html.markup("</form>"));
    Html results =
        Html.all(
            Vf.filterTags(List.of(Link.to("Open", "/cases"))),
            Vf.stack(table),
            Govuk.pagination(Pagination.of(2, 12, n -> "/cases?page=" + n)));
    return PageResponse.page(
        "Cases",
        Html.all(Vf.head("Cases", "Showing 1 to 3 of 31"), Vf.columns("filter", filter, results)));
  }

  private static PageResponse intake(PageRequest request) {
    return PageResponse.page(
        "Import",
        Html.all(
            Vf.head("2,388 referrals imported", "9 July 2020 at 8:31am, by Marek Stone"),
            Vf.steps("Steps", List.of("Upload", "Check", "Result"), 2),
            Tiles.sums(
                List.of(
                    Tiles.sum("2,400", "rows in the file"),
                    Tiles.sum("2,388", "imported"),
                    Tiles.sum("12", "left out"))),
            Vf.agree(
                "The counts agree.",
                "2,388 imported and 12 left out make the 2,400 rows.",
                Html.EMPTY),
            Vf.card(
                "job", "Checking", Vf.progress("bar", "1,488 of 2,400 rows checked", 1488, 2400)),
            Controls.fileUpload(
                Field.of("file", "File").bold().withHint("CSV, UTF-8, up to 50 MB."))));
  }

  private static PageResponse report(PageRequest request) {
    Map<String, long[]> sources = new LinkedHashMap<>();
    sources.put("Leicestershire Crime Report", new long[] {2112, 424});
    sources.put("RTCs", new long[] {285, 1});
    sources.put("Self Referrals", new long[] {72, 67});
    sources.put("Police Contact", new long[] {69, 23});
    sources.put("Other", new long[] {29, 16});
    sources.put("Sentinel", new long[] {28, 8});
    sources.put("Action Fraud", new long[] {14, 7});
    sources.put("None of these", new long[] {0, 0});
    List<Chart.Bar> bars = new ArrayList<>();
    sources.forEach(
        (label, n) ->
            bars.add(new Chart.Bar(label, List.of(n[0], n[1]), List.of("/cases", "/cases"))));
    Html chart =
        Chart.bars(
            new Chart.Bars(
                "src",
                "The police sent 8 in 10 closed cases",
                "Cases closed in the quarter, by who sent them.",
                "Closed cases by referral source",
                "Leicestershire Crime Report 2,112 of 2,641 closed cases.",
                List.of("Closed", "of these, enhanced"),
                true,
                "Source",
                List.of("Closed", "Enhanced"),
                bars,
                4,
                "sources",
                true));
    Html levels =
        Chart.levels(
            new Chart.Levels(
                "ndt",
                "Fewer people have a need at the end",
                "560 people with enhanced support.",
                "People with a need at the start and at the end",
                "In all areas fewer people have a need at the end.",
                "Need",
                List.of("No need", "Mild", "Moderate", "Severe", "Not recorded"),
                List.of(3, 2, 1),
                List.of(
                    new Chart.LevelPair(
                        "Personal Safety",
                        List.of(169L, 93L, 121L, 54L, 123L),
                        List.of(337L, 53L, 41L, 6L, 123L),
                        List.of(),
                        List.of()),
                    new Chart.LevelPair(
                        "Family",
                        List.of(312L, 62L, 54L, 9L, 123L),
                        List.of(379L, 30L, 26L, 2L, 123L),
                        List.of(),
                        List.of()))));
    return PageResponse.page(
        "Quarterly report, April to June 2020",
        Html.all(
            Vf.head("Quarterly report, April to June 2020", "From 2,641 closed cases."),
            Tiles.headline(
                List.of(
                    Tiles.figure(
                        "3,349", "new referrals", "67 more than the quarter before", "/cases"),
                    Tiles.figure("2,641", "cases closed", "475 fewer", "/cases"))),
            Vf.columns(
                "half",
                Vf.section("sources", "Referral sources", chart),
                Vf.section("needs", "Identified needs", levels))));
  }
}
