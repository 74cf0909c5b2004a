package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Moj;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.Note;
import org.victimfirst.cases.domain.StaffNames;

/**
 * A case on paper. It asks first what the paper is to show, and has the reference, safe contact and
 * key facts in any case; never a phone number, an email address or an address. Printing is
 * recorded.
 */
@Component
@VictimFirstModule(module = "cases")
public final class PrintPages implements PageSet {
  private static final String TITLE = "Print this case";
  private static final String PARTS = "parts";
  private static final String NAME = "name";
  private static final String CONTACTS = "contacts";
  private static final String NOTES = "notes";
  private static final String TIMELINE = "timeline";
  private static final List<String> ALL = List.of(NAME, CONTACTS, NOTES, TIMELINE);

  private final CaseFiles files;
  private final AreaProfiles areas;
  private final Timelines timelines;
  private final Colleagues colleagues;
  private final Audit audit;
  private final Acts acts;

  /** For the platform. */
  @Activate
  public PrintPages(
      @Reference CaseFiles files,
      @Reference AreaProfiles areas,
      @Reference Timelines timelines,
      @Reference Colleagues colleagues,
      @Reference Audit audit) {
    this.colleagues = colleagues;
    this.files = files;
    this.areas = areas;
    this.timelines = timelines;
    this.audit = audit;
    this.acts = new Acts(files);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.PRINT, CasePermissions.READ, this::ask),
        Route.post(Paths.PRINT, CasePermissions.READ, this::paper));
  }

  private PageResponse ask(PageRequest request) {
    if (request.hidePersonalDetails()) {
      return Acts.hidden(request, TITLE, "");
    }
    CaseFile file = acts.file(request);
    long caseId = file.summary().id();
    Html content =
        Html.all(
            Vf.head("l", TITLE, "", Html.EMPTY),
            Govuk.warningText(
                Html.text(
                    "Paper can be read by anybody who finds it. Print only what you need, carry it"
                        + " closed, and shred it afterwards.")),
            Govuk.body(
                "The paper has the reference, safe contact and the key facts. It never has a phone"
                    + " number, an email address or an address."),
            Forms.form(
                Paths.of(Paths.PRINT, caseId),
                request.csrf(),
                Controls.checkboxes(
                    Form.empty()
                        .field(PARTS, "What else do you need on it? (optional)")
                        .withHint("It is recorded that you printed, and what")
                        .small("checkboxes"),
                    List.of(
                        Choice.of(NAME, "The person’s name, instead of the initials"),
                        Choice.of(CONTACTS, "Contacts, with their notes"),
                        Choice.of(NOTES, "Notes"),
                        Choice.of(TIMELINE, "The timeline, with its details"))),
                Govuk.buttonGroup(
                    Govuk.submit("Show the paper"), Govuk.link("Cancel", Paths.of(caseId)))));
    return PageResponse.page(TITLE, Vf.twoThirds(content)).ofCase(caseId, "");
  }

  private PageResponse paper(PageRequest request) {
    if (request.hidePersonalDetails()) {
      return Acts.hidden(request, TITLE, "").refused();
    }
    CaseFile file = acts.file(request);
    List<String> parts = ALL.stream().filter(request.fields(PARTS)::contains).toList();
    audit.record(
        request.call(),
        "cases.case.printed",
        "case",
        file.summary().id(),
        Map.of(PARTS, String.join(" ", parts)));
    String reference = file.summary().reference();
    List<Html> content = new ArrayList<>();
    content.add(how(file));
    content.add(
        Vf.head(
            "Case " + reference,
            "%s. Printed on %s by %s. Shred it after use."
                .formatted(
                    parts.contains(NAME) ? file.person().name() : file.person().initials(),
                    Words.dateTime(new LocalClock().now()),
                    request.actor().displayName())));
    content.add(SafeBand.band(file.safeContact(), false));
    CaseWords words = new CaseWords(areas.current());
    StaffNames staff = StaffNames.of(colleagues);
    content.add(Vf.section("facts", "Key facts", new KeyFacts(file, words, request, "").onPaper()));
    if (parts.contains(CONTACTS)) {
      content.add(Vf.section(CONTACTS, "Contacts", contacts(file, words, staff)));
    }
    if (parts.contains(NOTES)) {
      content.add(Vf.section(NOTES, "Notes", notes(request, file, staff)));
    }
    if (parts.contains(TIMELINE)) {
      Timelines.Timeline timeline = timelines.of(request.call(), file.summary().id());
      content.add(
          Vf.section(
              TIMELINE,
              "Timeline",
              Html.all(Timelines.absent(timeline), Moj.timeline(timeline.entries(), 3))));
    }
    return PageResponse.page("Case " + reference + " on paper", Html.all(content))
        .under(Paths.LIST);
  }

  private static Html how(CaseFile file) {
    return Html.all(
        Html.markup("<div class=\"vf-noprint\">"),
        Govuk.insetText(
            Html.all(
                Html.text(
                    "This is the paper. Print it with your browser: Ctrl and P, on a Mac Cmd and P."
                        + " Nothing of it is kept here. "),
                Govuk.link("Back to the case", Paths.of(file.summary().id())))),
        Html.markup("</div>"));
  }

  private static Html contacts(CaseFile file, CaseWords words, StaffNames staff) {
    return file.attempts().isEmpty()
        ? Govuk.body("Nobody has tried to reach this person yet.")
        : ContactTab.table(file, words, staff, false);
  }

  private Html notes(PageRequest request, CaseFile file, StaffNames staff) {
    List<Html> entries = new ArrayList<>();
    for (Note note : files.notes(request.call(), file.summary().id())) {
      entries.add(note(note, staff, ""));
      note.amendments().forEach(more -> entries.add(note(more, staff, ", added later")));
    }
    return entries.isEmpty() ? Govuk.body("There are no notes.") : Html.all(entries);
  }

  private static Html note(Note note, StaffNames staff, String kind) {
    return Html.all(
        Govuk.heading(
            3, "s", Words.dateTime(note.writtenAt()) + kind + ", " + staff.of(note.writtenBy())),
        Govuk.body(note.body()));
  }
}
