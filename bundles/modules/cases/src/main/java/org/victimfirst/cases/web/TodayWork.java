package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.TodayPanel;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.api.web.ui.WorkList;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.CaseRow;
import org.victimfirst.cases.domain.LocalClock;

/** What needs a caseworker today: the own cases whose next action is due or late. */
@Component
@VictimFirstModule(module = "cases")
public final class TodayWork implements TodayPanel {
  private static final int SHOWN = 10;

  private final CaseFiles files;

  /** For the platform. */
  @Activate
  public TodayWork(@Reference CaseFiles files) {
    this.files = files;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return CasePermissions.WRITE;
  }

  @Override
  public String title() {
    return "Things to do";
  }

  @Override
  public Optional<Html> content(PageRequest request) {
    CaseFilter mine =
        CaseFilter.ALL.withStatus("open").withWorker(request.actor().login()).withDue();
    Paged<CaseRow> due = files.list(request.call(), mine, 1, SHOWN);
    if (due.total() == 0) {
      return Optional.of(
          Vf.section(
              "work",
              "Nothing is due today",
              Govuk.body(
                  Html.all(
                      Html.text("Cases with a next action are listed here on their day. "),
                      all(request)))));
    }
    LocalDate today = new LocalClock().today();
    List<Html> items = new ArrayList<>();
    for (CaseRow row : due.items()) {
      items.add(item(request, row, today));
    }
    String heading = Words.count(due.total(), "case needs", "cases need") + " something today";
    Html more =
        due.total() > SHOWN
            ? Govuk.body(Govuk.link("Show all of these", Paths.OWN + "&show=due"))
            : Html.EMPTY;
    return Optional.of(
        Vf.section(
            "work", heading, Html.all(WorkList.list(items), more, Govuk.body(all(request)))));
  }

  /** The way to all own cases, with their number. */
  private Html all(PageRequest request) {
    long open =
        files.count(
            request.call(), CaseFilter.ALL.withStatus("open").withWorker(request.actor().login()));
    return Govuk.link("All my cases (%s)".formatted(Words.number(open)), Paths.OWN);
  }

  private static Html item(PageRequest request, CaseRow row, LocalDate today) {
    LocalDate due = row.next().due();
    return WorkList.item(
        Link.to(
            CaseWords.person(request, row.summary().personName()), Paths.of(row.summary().id())),
        row.summary().reference(),
        row.next().what(),
        due == null ? "" : "Due " + Words.date(due),
        SafeBand.chips(row.safeContact()),
        due == null ? Html.EMPTY : CaseWords.lateness(due, today));
  }
}
