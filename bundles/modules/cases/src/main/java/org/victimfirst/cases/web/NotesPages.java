package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Casework;
import org.victimfirst.cases.domain.Note;
import org.victimfirst.cases.domain.RefusedException;
import org.victimfirst.cases.domain.StaffNames;

/** Notes of a case: written once, added to, never changed. */
@Component
@VictimFirstModule(module = "cases")
public final class NotesPages implements CaseTab, PageSet {
  static final String KEY = "notes";

  private final CaseFiles files;
  private final Casework casework;
  private final Colleagues colleagues;

  /** For the platform. */
  @Activate
  public NotesPages(
      @Reference CaseFiles files, @Reference Casework casework, @Reference Colleagues colleagues) {
    this.colleagues = colleagues;
    this.files = files;
    this.casework = casework;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label() {
    return "Notes";
  }

  @Override
  public int order() {
    return 300;
  }

  @Override
  public String permission() {
    return CasePermissions.READ;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(Paths.NOTES, CasePermissions.WRITE, this::add),
        Route.post(Paths.AMEND, CasePermissions.WRITE, this::amend));
  }

  @Override
  public Html content(PageRequest request, CaseHead head) {
    boolean write = head.summary().open() && request.actor().may(CasePermissions.WRITE);
    return body(request, head.summary().id(), Form.empty(), write);
  }

  private PageResponse add(PageRequest request) {
    long caseId = request.id("caseId");
    Form form = Form.of(request).require("body", "Write the note");
    if (form.sound()) {
      try {
        casework.addNote(request.call(), caseId, form.value("body"));
        return PageResponse.redirect(Paths.tab(caseId, KEY), "Note saved");
      } catch (RefusedException e) {
        e.problems().forEach(p -> form.error("body", p.sentence()));
      }
    }
    return PageResponse.page("Notes", body(request, caseId, form, true))
        .ofCase(caseId, KEY)
        .refused();
  }

  private PageResponse amend(PageRequest request) {
    long caseId = request.id("caseId");
    String field = "amend-" + request.id("noteId");
    Form form = Form.of(request).require(field, "Write what is to be added");
    if (form.sound()) {
      try {
        casework.amendNote(request.call(), caseId, request.id("noteId"), form.value(field));
        return PageResponse.redirect(Paths.tab(caseId, KEY), "Addition saved");
      } catch (RefusedException e) {
        e.problems().forEach(p -> form.error(field, p.sentence()));
      }
    }
    return PageResponse.page("Notes", body(request, caseId, form, true))
        .ofCase(caseId, KEY)
        .refused();
  }

  private Html body(PageRequest request, long caseId, Form form, boolean write) {
    List<Note> notes = new ArrayList<>(files.notes(request.call(), caseId));
    java.util.Collections.reverse(notes);
    List<Html> parts = new ArrayList<>();
    parts.add(form.errorSummary());
    parts.add(
        Vf.head(
            "l",
            "Notes",
            Words.count(notes.size(), "note", "notes") + ", newest first",
            Html.EMPTY));
    if (write) {
      parts.add(
          Forms.form(
              Paths.of(Paths.NOTES, caseId),
              request.csrf(),
              Controls.textarea(
                  form.field("body", "New note")
                      .bold()
                      .withHint(
                          "Facts only. The person may ask to read it. A note cannot be changed later.")
                      .withRows(4)),
              Govuk.submit("Save note")));
    }
    StaffNames staff = StaffNames.of(colleagues);
    for (Note note : notes) {
      parts.add(note(request, caseId, form, note, staff, write));
    }
    if (notes.isEmpty() && !write) {
      parts.add(Vf.empty("There are no notes", "Notes of this case are listed here.", Html.EMPTY));
    }
    return Html.all(parts);
  }

  private static Html note(
      PageRequest request, long caseId, Form form, Note note, StaffNames staff, boolean write) {
    String id = "note-" + note.id();
    boolean hidden = request.hidePersonalDetails();
    List<Html> content = new ArrayList<>();
    content.add(text(note.body(), hidden));
    for (Note amendment : note.amendments()) {
      content.add(Govuk.heading(3, "s", "Added " + signature(amendment, staff)));
      content.add(text(amendment.body(), hidden));
    }
    if (write) {
      String field = "amend-" + note.id();
      content.add(
          Govuk.details(
              Html.text("Add to this note"),
              Forms.form(
                  "/cases/" + caseId + "/notes/" + note.id() + "/amend",
                  request.csrf(),
                  Controls.textarea(form.field(field, "What is to be added?").withRows(3)),
                  Govuk.submit("Save addition")),
              !form.errorOf(field).isEmpty()));
    }
    return Vf.card(Vf.Tone.PLAIN, id, "Note " + signature(note, staff), "s", Html.all(content));
  }

  private static String signature(Note note, StaffNames staff) {
    return "by " + staff.of(note.writtenBy()) + ", " + Words.dateTime(note.writtenAt());
  }

  private static Html text(String body, boolean hidden) {
    if (hidden) {
      return Govuk.body(Redaction.withheld());
    }
    List<Html> paragraphs = new ArrayList<>();
    for (String paragraph : body.split("\\R")) {
      paragraphs.add(Govuk.body(paragraph));
    }
    return Html.all(paragraphs);
  }
}
