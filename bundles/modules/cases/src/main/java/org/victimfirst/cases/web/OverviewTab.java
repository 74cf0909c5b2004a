package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Moj;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Consent;
import org.victimfirst.cases.domain.LocalClock;

/** The overview of a case: what is next, what happened last, the key facts. */
@Component(service = {CaseTab.class, OverviewTab.class})
@VictimFirstModule(module = "cases")
public final class OverviewTab implements CaseTab {
  private static final int LATEST = 5;
  private static final Map<String, String> CONSENTS =
      Map.of(
          "service", "Support",
          "share", "Sharing with other services",
          "contact", "Contact afterwards",
          "rj", "Restorative justice");

  private final CaseFiles files;
  private final AreaProfiles areas;
  private final Timelines timelines;

  /** For the platform. */
  @Activate
  public OverviewTab(
      @Reference CaseFiles files, @Reference AreaProfiles areas, @Reference Timelines timelines) {
    this.files = files;
    this.areas = areas;
    this.timelines = timelines;
  }

  @Override
  public String key() {
    return "";
  }

  @Override
  public String label() {
    return "Overview";
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public String permission() {
    return CasePermissions.READ;
  }

  @Override
  public Html content(PageRequest request, CaseHead head) {
    return content(request, head, "");
  }

  /**
   * The overview.
   *
   * @param shown the detail that is shown in clear on this page only: {@code phone}, {@code email},
   *     {@code address}, or an empty string
   */
  Html content(PageRequest request, CaseHead head, String shown) {
    long caseId = head.summary().id();
    CaseFile file =
        files
            .find(request.call(), caseId)
            .orElseThrow(() -> ProblemException.notFound("There is no such case."));
    CaseWords words = new CaseWords(areas.current());
    Timelines.Timeline timeline = timelines.of(request.call(), caseId);
    Html left =
        Html.all(
            others(file),
            next(file, request.actor()),
            Vf.section(
                "recent",
                "Latest",
                Html.all(
                    latest(timeline, request.hidePersonalDetails()),
                    Govuk.body(
                        Govuk.link(
                            "Whole timeline (%s)"
                                .formatted(
                                    Words.count(timeline.entries().size(), "entry", "entries")),
                            Paths.tab(caseId, TimelineTab.KEY))))));
    Html right =
        Html.all(
            Vf.section(
                "facts",
                "Key facts",
                Html.all(
                    new KeyFacts(file, words, request, shown).list(),
                    Govuk.body(Govuk.link("Print this case", Paths.of(Paths.PRINT, caseId))))),
            agreed(file, request));
    return Html.all(
        Html.markup("<h1 class=\"govuk-visually-hidden\">Overview of case "),
        Html.text(head.summary().reference()),
        Html.markup("</h1>"),
        Vf.columns(left, right));
  }

  private static Html others(CaseFile file) {
    if (file.others().isEmpty()) {
      return Html.EMPTY;
    }
    return Vf.card(
        Vf.Tone.WARN,
        "others",
        "A referral gives another " + PersonTab.ways(file.others().get(0)),
        "s",
        Govuk.body(
            Govuk.link(
                "Compare it with what is recorded",
                Paths.tab(file.summary().id(), PersonTab.KEY))));
  }

  private static Html next(CaseFile file, Actor actor) {
    long caseId = file.summary().id();
    List<Html> acts = new ArrayList<>();
    if (!file.summary().open()) {
      if (actor.may(CasePermissions.REOPEN)) {
        acts.add(
            Govuk.button(
                Button.link("Open the case again", Paths.of(Paths.REOPEN, caseId)).secondary()));
      }
      return Vf.card(
          Vf.Tone.PLAIN,
          "next",
          "This case is closed",
          "m",
          Html.all(
              Govuk.body("It is locked: nothing in it can be changed unless it is opened again."),
              Govuk.buttonGroup(acts.toArray(Html[]::new))));
    }
    if (actor.may(CasePermissions.CONTACT)) {
      acts.add(Govuk.linkButton("Record a contact", Paths.of(Paths.CONTACT_NEW, caseId)));
    }
    if (actor.may(CasePermissions.WRITE)) {
      acts.add(Govuk.link("Change the next action", Paths.of(Paths.NEXT, caseId)));
    }
    if (actor.may(CasePermissions.ASSIGN)) {
      acts.add(Govuk.link("Assign", Paths.of(Paths.ASSIGN, caseId)));
    }
    if (actor.may(CasePermissions.CLOSE)) {
      acts.add(Govuk.link("Close the case", Paths.of(Paths.CLOSE, caseId)));
    }
    boolean planned = !file.next().what().isEmpty();
    LocalDate due = file.next().due();
    return Vf.card(
        Vf.Tone.NEXT,
        "next",
        planned ? "Next: " + file.next().what() : "Nothing is planned",
        "m",
        Html.all(
            due == null
                ? Html.EMPTY
                : Govuk.body(
                    Html.all(
                        Html.text("By " + Words.date(due) + " "),
                        CaseWords.lateness(due, new LocalClock().today()))),
            Govuk.buttonGroup(acts.toArray(Html[]::new))));
  }

  private static Html latest(Timelines.Timeline timeline, boolean hidden) {
    return Html.all(
        Timelines.absent(timeline),
        Moj.timeline(Timelines.shown(timeline, hidden).stream().limit(LATEST).toList(), 3));
  }

  private Html agreed(CaseFile file, PageRequest request) {
    List<Consent> answers = files.consents(request.call(), file.summary().id());
    List<Html> lines = new ArrayList<>();
    for (String kind : Consent.KINDS) {
      String answer = "not asked";
      for (Consent consent : answers) {
        if (consent.kind().equals(kind)) {
          answer = consent.answer() + ", " + Words.date(consent.askedOn());
        }
      }
      lines.add(Html.text(CONSENTS.get(kind) + ": " + answer));
    }
    Html change =
        request.actor().may(CasePermissions.WRITE) && file.summary().open()
            ? Govuk.body(
                Govuk.link("Record an answer", Paths.of(Paths.CONSENT, file.summary().id())))
            : Html.EMPTY;
    return Vf.card(
        Vf.Tone.PLAIN,
        "cons",
        "What was agreed",
        "s",
        Html.all(Govuk.list("govuk-list", lines), change));
  }
}
