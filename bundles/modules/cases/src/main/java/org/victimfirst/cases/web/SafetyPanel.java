package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.TodayPanel;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.SafetyCheck;
import org.victimfirst.cases.domain.SafetyChecks;

/** The own cases whose safe contact is to be looked at. */
@Component
@VictimFirstModule(module = "cases")
public final class SafetyPanel implements TodayPanel {
  private static final int SHOWN = 10;

  private final SafetyChecks checks;
  private final AreaProfiles areas;

  /** For the platform. */
  @Activate
  public SafetyPanel(@Reference SafetyChecks checks, @Reference AreaProfiles areas) {
    this.checks = checks;
    this.areas = areas;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return CasePermissions.CONTACT;
  }

  @Override
  public String title() {
    return "Safe contact to check";
  }

  @Override
  public Optional<Html> content(PageRequest request) {
    Paged<SafetyCheck> found = checks.toCheck(request.call(), SHOWN);
    if (found.total() == 0) {
      return Optional.empty();
    }
    CaseWords words = new CaseWords(areas.current());
    LocalDate today = new LocalClock().today();
    Html list =
        Govuk.list(
            "govuk-list govuk-list--spaced",
            found.items().stream()
                .map(
                    check ->
                        Html.all(
                            Govuk.link(
                                CaseWords.person(request, check.summary().personName()),
                                Paths.of(check.summary().id())),
                            Html.markup("<br>"),
                            Html.text(why(check, words, today))))
                .toList());
    return Optional.of(
        Vf.section(
            "safe-contact",
            "Safe contact: " + Words.number(found.total()) + " to check",
            found.total() == found.items().size()
                ? list
                : Html.all(
                    list,
                    Govuk.body(
                        "These are the %d most urgent. Others follow when they are done."
                            .formatted(found.items().size())))));
  }

  private static String why(SafetyCheck check, CaseWords words, LocalDate today) {
    String day = Words.date(check.day());
    String again = check.noCall() ? ". Ask again, but not by a call" : ". Ask again";
    return switch (check.why()) {
      case NEW_WARNING ->
          "New warning since "
              + day
              + ", not safe: "
              + check.channels().stream()
                  .map(channel -> words.label("safe_channel", channel))
                  .map(channel -> channel.toLowerCase(Locale.UK))
                  .collect(Collectors.joining(", "));
      case ENDS ->
          (check.day().isBefore(today) ? "Answers ended on " : "Answers end on ") + day + again;
      case NEVER_ASKED -> "Never asked";
    };
  }
}
