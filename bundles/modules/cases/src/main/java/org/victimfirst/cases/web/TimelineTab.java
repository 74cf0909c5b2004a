package org.victimfirst.cases.web;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Moj;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CasePermissions;

/** The one timeline of a case: what every module did. */
@Component
@VictimFirstModule(module = "cases")
public final class TimelineTab implements CaseTab {
  static final String KEY = "timeline";

  private final Timelines timelines;

  /** For the platform. */
  @Activate
  public TimelineTab(@Reference Timelines timelines) {
    this.timelines = timelines;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label() {
    return "Timeline";
  }

  @Override
  public int order() {
    return 900;
  }

  @Override
  public String permission() {
    return CasePermissions.READ;
  }

  @Override
  public Html content(PageRequest request, CaseHead head) {
    Timelines.Timeline timeline = timelines.of(request.call(), head.summary().id());
    return Html.all(
        Vf.head(
            "l",
            "Timeline",
            Words.count(timeline.entries().size(), "entry", "entries") + ", newest first",
            Html.EMPTY),
        Timelines.absent(timeline),
        Moj.timeline(Timelines.shown(timeline, request.hidePersonalDetails()), 2));
  }
}
