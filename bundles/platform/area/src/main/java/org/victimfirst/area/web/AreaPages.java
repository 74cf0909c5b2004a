package org.victimfirst.area.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;

/** The profile with its lists, and what the validator found. */
@Component
@VictimFirstModule(module = "area")
public final class AreaPages implements PageSet {
  static final String ROOT = "/admin/area";
  private static final ZoneId LOCAL = ZoneId.of("Europe/London");

  static final String READ = "area:read";

  /** Lists of the profile with words for its settings, and for its lists. */
  private static final String SETTINGS = "setting";

  private static final String LISTS = "list";

  private final AreaProfiles profiles;

  /** With the profile in force at each request. */
  @Activate
  public AreaPages(@Reference AreaProfiles profiles) {
    this.profiles = profiles;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ROOT, READ, this::profile),
        Route.get(ROOT + "/lists/{name:[a-z0-9_]+}", READ, this::list));
  }

  private PageResponse profile(PageRequest request) {
    AreaProfile profile = current();
    if (profile == null) {
      return PageResponse.page("Area", none()).under(ROOT);
    }
    Html body =
        Html.all(
            Vf.head("Area", profile.name() + ", edition " + profile.edition()),
            findings(profile.findings()),
            Vf.section("settings", "Settings", settings(profile)),
            Vf.section("lists", "Lists", lists(profile)));
    return PageResponse.page("Area", body).under(ROOT);
  }

  private static Html none() {
    return Html.all(
        Vf.head("Area", ""),
        Vf.empty(
            "No area is in force",
            "Lists, places and bands come from an area bundle. Install one, or name one of several in"
                + " org.victimfirst.area.cfg.",
            Html.EMPTY));
  }

  private static Html findings(List<String> findings) {
    if (findings.isEmpty()) {
      return Vf.card(Vf.Tone.GOOD, "findings", "The profile has no gaps", "m", Html.EMPTY);
    }
    return Vf.card(
        Vf.Tone.WARN,
        "findings",
        Words.count(findings.size(), "finding", "findings") + " in this profile",
        "m",
        Govuk.bullets(findings.stream().map(Html::text).toList()));
  }

  private static Html settings(AreaProfile profile) {
    SummaryList list = SummaryList.empty().with("Service", profile.serviceName());
    for (var setting : profile.settings().entrySet()) {
      String words = profile.list(SETTINGS).label(setting.getKey());
      list = list.with(words, setting.getValue());
    }
    return Govuk.summaryList(list);
  }

  private static Html lists(AreaProfile profile) {
    LocalDate today = LocalDate.now(LOCAL);
    List<List<Cell>> rows = new ArrayList<>();
    for (String name : profile.listNames()) {
      CodeList list = profile.list(name);
      rows.add(
          List.of(
              Cell.html(Govuk.link(title(profile, name), ROOT + "/lists/" + name)),
              Cell.number(list.on(today).size()),
              Cell.number(list.codes().size())));
    }
    return Govuk.table(
        Table.of("Lists", "List", "In use today", "In all").withNumbersFrom(1).withRows(rows));
  }

  private PageResponse list(PageRequest request) {
    AreaProfile profile = current();
    String name = request.segment("name");
    if (profile == null || !profile.listNames().contains(name)) {
      throw ProblemException.notFound("The area has no list of that name");
    }
    List<List<Cell>> rows = profile.list(name).codes().stream().map(AreaPages::row).toList();
    Html body =
        Html.all(
            Govuk.backLink("Area", ROOT),
            Vf.head("l", title(profile, name), "List " + name + ", " + profile.name(), Html.EMPTY),
            Vf.stack(
                Table.of(title(profile, name), "Label", "Code", "Under", "From", "To", "More")
                    .withRows(rows)));
    return PageResponse.page(title(profile, name), body).under(ROOT);
  }

  private static List<Cell> row(Code code) {
    String more =
        code.attributes().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(attribute -> attribute.getKey() + ": " + attribute.getValue())
            .collect(Collectors.joining("; "));
    return List.of(
        Cell.text(code.label()),
        Cell.html(Inline.code(code.code())),
        Cell.text(code.parent() == null ? "" : code.parent()),
        Cell.text(Words.date(code.from(), "always")),
        Cell.text(Words.date(code.to(), "no end")),
        Cell.text(more));
  }

  private static String title(AreaProfile profile, String list) {
    return profile
        .list(LISTS)
        .find(list)
        .map(Code::label)
        .orElseGet(() -> Words.capital(list.replace('_', ' ')));
  }

  private @Nullable AreaProfile current() {
    try {
      return profiles.current();
    } catch (IllegalStateException e) {
      return null;
    }
  }
}
