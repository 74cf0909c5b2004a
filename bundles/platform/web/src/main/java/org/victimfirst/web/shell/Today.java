package org.victimfirst.web.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.TodayPanel;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Tiles;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.web.contribution.Contribution;
import org.victimfirst.web.contribution.Contributions;
import org.victimfirst.web.contribution.TimedWork;
import org.victimfirst.web.contribution.TimedWork.Outcome;

/** The first page after signing in: what needs me, and how things stand. */
public final class Today {
  private final Contributions contributions;
  private final TimedWork work;
  private final Menu menu;
  private final Clock clock;
  private final Duration limit;

  public Today(
      Contributions contributions, TimedWork work, Menu menu, Clock clock, Duration limit) {
    this.contributions = contributions;
    this.work = work;
    this.menu = menu;
    this.clock = clock;
    this.limit = limit;
  }

  private record Asked<C, T>(Contribution<C> contribution, TimedWork.Begun<Optional<T>> begun) {}

  /** Asks all panels and tiles at once and shows what came in time. */
  PageResponse answer(Visit visit) {
    Actor actor = visit.call().actor();
    PageRequest request = visit.asked(Map.of());
    List<Asked<TodayPanel, Html>> panels = new ArrayList<>();
    for (Contribution<TodayPanel> panel : contributions.panels()) {
      if (actor.may(panel.service().permission())) {
        panels.add(
            new Asked<>(
                panel,
                work.begin(
                    panel.module(),
                    visit.call(),
                    limit,
                    "a panel of " + panel.module(),
                    // Written here, so that slow markup is late too.
                    () -> panel.service().content(request).map(h -> Html.markup(h.asString())))));
      }
    }
    List<Asked<DashboardTile, DashboardTile.Tile>> tiles = new ArrayList<>();
    for (Contribution<DashboardTile> tile : contributions.tiles()) {
      if (actor.may(tile.service().permission())) {
        tiles.add(
            new Asked<>(
                tile,
                work.begin(
                    tile.module(),
                    visit.call(),
                    limit,
                    "a tile of " + tile.module(),
                    () -> tile.service().tile(visit.call()))));
      }
    }
    return PageResponse.page("Today", body(visit, panels(panels), tiles(tiles))).under("/");
  }

  private Html body(Visit visit, List<Html> panels, List<Html> tiles) {
    Html head = Vf.head("Today", Words.longDate(LocalDate.now(clock)) + ".", Html.EMPTY);
    Html left = panels.isEmpty() ? tileSection(tiles) : Html.all(panels);
    Html right = Html.all(panels.isEmpty() ? Html.EMPTY : tileSection(tiles), more(visit));
    if (left == Html.EMPTY) {
      return Html.all(head, Vf.twoThirds(places(visit)));
    }
    return Html.all(head, Vf.columns(left, right));
  }

  private List<Html> panels(List<Asked<TodayPanel, Html>> asked) {
    List<Html> shown = new ArrayList<>();
    for (var panel : asked) {
      Outcome<Optional<Html>> outcome = panel.begun().await();
      if (outcome instanceof Outcome.Done<Optional<Html>> done) {
        done.value().ifPresent(shown::add);
      } else if (outcome instanceof Outcome.Failed<Optional<Html>>) {
        shown.add(Tiles.tiles(List.of(Tiles.absent(panel.contribution().service().title(), "/"))));
      }
    }
    return shown;
  }

  private List<Html> tiles(List<Asked<DashboardTile, DashboardTile.Tile>> asked) {
    List<Html> shown = new ArrayList<>();
    List<Html> absent = new ArrayList<>();
    for (var tile : asked) {
      Outcome<Optional<DashboardTile.Tile>> outcome = tile.begun().await();
      if (outcome instanceof Outcome.Done<Optional<DashboardTile.Tile>> done) {
        done.value()
            .map(t -> Tiles.tile(t.title(), t.figure(), t.note(), t.path()))
            .ifPresent(shown::add);
      } else if (outcome instanceof Outcome.Failed<Optional<DashboardTile.Tile>>) {
        absent.add(Tiles.absent(title(tile.contribution().module()), "/"));
      }
    }
    shown.addAll(absent);
    return shown;
  }

  private String title(String module) {
    return contributions.module(module).map(ModuleDescriptor::title).orElse(module);
  }

  private static Html tileSection(List<Html> tiles) {
    return tiles.isEmpty()
        ? Html.EMPTY
        : Vf.section("tiles", "From your modules", Tiles.tiles(tiles));
  }

  /** For somebody to whom no module has anything to say: where they may go. */
  private Html places(Visit visit) {
    List<Html> links =
        menu.everything(visit).stream()
            .filter(link -> !link.href().equals("/"))
            .map(Govuk::link)
            .toList();
    return links.isEmpty()
        ? Vf.empty(
            "Nothing here yet",
            "Your account has no permissions, or no modules are installed. Ask an administrator of"
                + " your service.",
            Html.EMPTY)
        : Vf.section(
            "places", "Where you can go", Govuk.list("govuk-list govuk-list--spaced", links));
  }

  private Html more(Visit visit) {
    List<Html> links = menu.rest(visit).stream().map(Govuk::link).toList();
    return links.isEmpty()
        ? Html.EMPTY
        : Vf.section("more", "More", Govuk.list("govuk-list govuk-list--spaced", links));
  }
}
