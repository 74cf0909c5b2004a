package ${package}.web;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import ${package}.${module}Module;
import ${package}.domain.${singular};
import ${package}.domain.${singular}Work;

/** What is noted in a case, and what can be done next. */
@Component
@VictimFirstModule(module = ${module}Module.NAME)
public final class ${module}Tab implements CaseTab {
  /** Last part of the tab's address. */
  static final String KEY = "${name}";

  private final ${singular}Work work;

  /** For the platform. */
  @Activate
  public ${module}Tab(@Reference ${singular}Work work) {
    this.work = work;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label() {
    return ${module}Module.TITLE;
  }

  @Override
  public int order() {
    return 500;
  }

  @Override
  public String permission() {
    return ${module}Module.READ;
  }

  @Override
  public Html content(PageRequest request, CaseHead head) {
    long caseId = head.summary().id();
    boolean mayRecord = head.summary().open() && request.actor().may(${module}Module.RECORD);
    Html action = mayRecord ? Govuk.linkButton("New ${label.toLowerCase()}", Paths.add(caseId)) : Html.EMPTY;
    Paged<${singular}> shown =
        PageOfList.of(request, page -> work.ofShownCase(caseId, page, PageOfList.SIZE));
    if (shown.total() == 0) {
      return Html.all(
          Vf.head("l", ${module}Module.TITLE, "", Html.EMPTY),
          Vf.empty("Nothing is noted yet", "What is noted in this case stands here.", action));
    }
    return Template.list(
        Vf.head("l", ${module}Module.TITLE, "The newest first", action),
        table(shown, mayRecord, request.hidePersonalDetails()),
        PageOfList.links(shown, Paths.tab(caseId)));
  }

  private static Html table(Paged<${singular}> shown, boolean mayRecord, boolean hide) {
    Table table = Table.of(${module}Module.TITLE, "Day", "Note", "Recorded by");
    for (${singular} one : shown.items()) {
      String day = Words.date(one.details().day());
      Link change = Link.to(day, Paths.change(one.id())).withHidden("change");
      table =
          table.withRow(
              mayRecord ? Cell.html(Govuk.link(change)) : Cell.text(day),
              Cell.html(Redaction.unlessHidden(hide, one.details().note())),
              Cell.text(one.recordedByName()));
    }
    return Vf.stack(table);
  }
}
