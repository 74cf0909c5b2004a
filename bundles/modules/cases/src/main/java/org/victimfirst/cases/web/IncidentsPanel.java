package org.victimfirst.cases.web;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.TodayPanel;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.api.web.ui.WorkList;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.RecentIncident;
import org.victimfirst.cases.domain.SafetyChecks;
import org.victimfirst.cases.domain.StaffNames;

/** Safe-contact incidents of the last days, for whoever answers for the casework. */
@Component
@VictimFirstModule(module = "cases")
public final class IncidentsPanel implements TodayPanel {
  private final SafetyChecks checks;
  private final Colleagues colleagues;
  private final AreaProfiles areas;

  /** For the platform. */
  @Activate
  public IncidentsPanel(
      @Reference SafetyChecks checks,
      @Reference Colleagues colleagues,
      @Reference AreaProfiles areas) {
    this.colleagues = colleagues;
    this.checks = checks;
    this.areas = areas;
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public String permission() {
    return CasePermissions.ASSIGN;
  }

  @Override
  public String title() {
    return "Safe-contact incidents";
  }

  @Override
  public Optional<Html> content(PageRequest request) {
    List<RecentIncident> incidents = checks.incidents(request.call());
    if (incidents.isEmpty()) {
      return Optional.empty();
    }
    CaseWords words = new CaseWords(areas.current());
    StaffNames staff = StaffNames.of(colleagues);
    String heading =
        Words.count(incidents.size(), "safe-contact incident", "safe-contact incidents")
            + " in the last "
            + SafetyChecks.DAYS
            + " days";
    return Optional.of(
        Vf.section(
            "incidents",
            heading,
            Html.all(
                WorkList.list(
                    incidents.stream()
                        .map(incident -> item(request, words, staff, incident))
                        .toList()),
                Govuk.body("What happened is read in the case, under Contact."))));
  }

  private static Html item(
      PageRequest request, CaseWords words, StaffNames staff, RecentIncident incident) {
    String channel = incident.safeChannel();
    return WorkList.item(
        Link.to(
            CaseWords.person(request, incident.summary().personName()),
            Paths.tab(incident.summary().id(), ContactTab.KEY)),
        incident.summary().reference(),
        channel.isEmpty() ? "A contact" : words.label("safe_channel", channel),
        "Recorded on %s by %s"
            .formatted(Words.dateTime(incident.recordedAt()), staff.of(incident.recordedBy())),
        Html.EMPTY,
        Html.EMPTY);
  }
}
