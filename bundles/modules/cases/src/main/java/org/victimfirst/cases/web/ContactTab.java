package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.ContactAttempt;
import org.victimfirst.cases.domain.StaffNames;

/** Attempts to reach a person. */
@Component
@VictimFirstModule(module = "cases")
public final class ContactTab implements CaseTab {
  static final String KEY = "contact";

  private final CaseFiles files;
  private final Colleagues colleagues;
  private final AreaProfiles areas;

  /** For the platform. */
  @Activate
  public ContactTab(
      @Reference CaseFiles files, @Reference Colleagues colleagues, @Reference AreaProfiles areas) {
    this.colleagues = colleagues;
    this.files = files;
    this.areas = areas;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label() {
    return "Contact";
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public String permission() {
    return CasePermissions.READ;
  }

  @Override
  public Html content(PageRequest request, CaseHead head) {
    long caseId = head.summary().id();
    CaseFile file =
        files
            .find(request.call(), caseId)
            .orElseThrow(() -> ProblemException.notFound("There is no such case."));
    Html acts = acts(request, file);
    if (file.attempts().isEmpty()) {
      return Html.all(
          Vf.head("l", "Contact", "", Html.EMPTY),
          Vf.empty(
              "Nobody has tried to reach this person yet",
              "Every attempt is listed here, with how it was made and what happened.",
              acts));
    }
    int count = file.attempts().size();
    return Html.all(
        Vf.head("l", "Contact", Words.count(count, "attempt", "attempts") + ", newest first", acts),
        table(
            file,
            new CaseWords(areas.current()),
            StaffNames.of(colleagues),
            request.hidePersonalDetails()));
  }

  /** All attempts, the newest first. */
  static Html table(CaseFile file, CaseWords words, StaffNames staff, boolean hidden) {
    Table table = Table.of("Attempts", "When", "How", "What happened", "By", "Note");
    List<ContactAttempt> newestFirst = new ArrayList<>(file.attempts());
    Collections.reverse(newestFirst);
    for (ContactAttempt attempt : newestFirst) {
      table =
          table.withRow(
              Cell.text(Words.dateTime(attempt.attemptedAt())),
              Cell.text(ContactWords.channel(words, attempt.channel())),
              Cell.html(happened(attempt, words, hidden)),
              Cell.text(staff.of(attempt.madeBy())),
              Cell.html(
                  attempt.note().isEmpty()
                      ? Html.text("–")
                      : hidden ? Redaction.withheld() : Html.text(attempt.note())));
    }
    return Vf.stack(table);
  }

  private static Html happened(ContactAttempt attempt, CaseWords words, boolean hidden) {
    Html result = Html.text(words.label("contact_result", attempt.result()));
    return attempt.incident()
        ? Html.all(
            result,
            Html.text(" "),
            Govuk.tag("Incident", "red"),
            Html.markup("<br>"),
            Redaction.unlessHidden(hidden, attempt.whatHappened()))
        : result;
  }

  private static Html acts(PageRequest request, CaseFile file) {
    if (!request.actor().may(CasePermissions.CONTACT)) {
      return Html.EMPTY;
    }
    long caseId = file.summary().id();
    Html change =
        Govuk.button(
            Button.link("Change safe contact", Paths.of(Paths.SAFE_CONTACT, caseId)).secondary());
    Html incident =
        Govuk.button(
            Button.link(
                    "Record a safe-contact incident",
                    Paths.of(Paths.CONTACT_NEW, caseId) + "?incident=yes")
                .secondary());
    return file.summary().open()
        ? Html.all(
            Govuk.linkButton("Record a contact", Paths.of(Paths.CONTACT_NEW, caseId)),
            change,
            incident)
        : change;
  }
}
