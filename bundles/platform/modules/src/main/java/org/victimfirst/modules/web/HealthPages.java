package org.victimfirst.modules.web;

import java.util.List;
import java.util.Locale;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.modules.ModulesModule;
import org.victimfirst.modules.health.Health;
import org.victimfirst.modules.health.HealthReport;

/** The page that says how the platform and each module are. */
@Component
@VictimFirstModule(module = "modules")
public final class HealthPages implements PageSet {
  private static final String PATH = "/admin/health";

  private final Health health;

  /** Shows this health. */
  @Activate
  public HealthPages(@Reference Health health) {
    this.health = health;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.get(PATH, ModulesModule.READ, this::page));
  }

  private PageResponse page(PageRequest request) {
    HealthReport report = health.report();
    Html page =
        Html.all(
            Vf.head("Health", words(report)),
            Govuk.heading(2, "m", "Platform"),
            Vf.stack(table("Checks of the platform", report, true)),
            Govuk.heading(2, "m", "Modules"),
            Vf.stack(table("Checks of the modules", report, false)));
    return PageResponse.page("Health", page).under(PATH);
  }

  private static String words(HealthReport report) {
    return switch (report.status()) {
      case "ok" -> "Everything works.";
      case "warn" -> "Something needs attention; all the rest works.";
      case "starting" -> "The platform is starting.";
      default -> "The platform does not work.";
    };
  }

  private static Table table(String caption, HealthReport report, boolean platform) {
    Table table = Table.of(caption, "Part", "State", "What is known");
    for (HealthReport.Check check : report.checks()) {
      if (check.platform() == platform) {
        table =
            table.withRow(
                Cell.text(capital(check.name())),
                Cell.html(tag(check.status())),
                Cell.text(String.join(". ", check.findings())));
      }
    }
    return table;
  }

  private static String capital(String name) {
    String words = name.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static Html tag(Result.Status status) {
    return switch (status) {
      case OK -> Govuk.tag("Well", "green");
      case WARN -> Govuk.tag("Attention", "yellow");
      case TEMPORARILY_UNAVAILABLE -> Govuk.tag("Starting", "yellow");
      case CRITICAL, HEALTH_CHECK_ERROR -> Govuk.tag("Failed", "red");
    };
  }
}
