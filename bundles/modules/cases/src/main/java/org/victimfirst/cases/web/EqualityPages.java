package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.PeopleWork;

/** Records the answers of a person for equality monitoring. */
@Component
@VictimFirstModule(module = "cases")
public final class EqualityPages implements PageSet {
  private static final String TITLE = "Equality monitoring";

  private final PeopleWork people;
  private final AreaProfiles areas;
  private final Acts acts;

  /** For the platform. */
  @Activate
  public EqualityPages(
      @Reference CaseFiles files, @Reference PeopleWork people, @Reference AreaProfiles areas) {
    this.people = people;
    this.areas = areas;
    this.acts = new Acts(files);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.EQUALITY, CasePermissions.WRITE, this::show),
        Route.post(Paths.EQUALITY, CasePermissions.WRITE, this::save));
  }

  private PageResponse show(PageRequest request) {
    if (request.hidePersonalDetails()) {
      return Acts.hidden(request, TITLE, PersonTab.KEY);
    }
    CaseFile file = acts.file(request);
    Form form = acts.blankOfPerson(file);
    Demographics answers = file.demographics();
    if (answers != null) {
      for (PersonTab.Question question : PersonTab.QUESTIONS) {
        form.put(question.field(), question.codes(answers));
      }
    }
    return page(request, form, Html.EMPTY);
  }

  private PageResponse save(PageRequest request) {
    long caseId = request.id("caseId");
    Form form = Form.of(request);
    for (PersonTab.Question question : PersonTab.QUESTIONS) {
      form.require(
          question.field(), "Choose an answer about " + question.words().toLowerCase(Locale.UK));
    }
    Demographics answers =
        new Demographics(
            form.value("ethnicity"),
            String.join(";", form.values("disability")),
            form.value("religion"),
            form.value("sexual_orientation"),
            form.value("communication_need"),
            null);
    return acts.actOnPerson(
        request,
        form,
        () -> {
          people.changeDemographics(request.call(), caseId, Acts.version(form), answers);
          return "Answers saved";
        },
        Paths.tab(caseId, PersonTab.KEY),
        now -> versions(answers, now.demographics(), request.hidePersonalDetails()),
        versions -> page(request, form, versions));
  }

  private Html versions(Demographics mine, @Nullable Demographics stored, boolean hidden) {
    if (stored == null) {
      return Govuk.body("No answers are stored: the details of the person were changed.");
    }
    Table table = Table.of("What differs", "Question", "Yours", "Stored");
    for (PersonTab.Question question : PersonTab.QUESTIONS) {
      List<String> ours = question.codes(mine);
      List<String> theirs = question.codes(stored);
      if (!Objects.equals(ours, theirs)) {
        table =
            table.withRow(
                Cell.text(question.words()),
                cell(question, ours, hidden),
                cell(question, theirs, hidden));
      }
    }
    return table.rows().isEmpty()
        ? Govuk.body("The answers are the same: other details of the person were changed.")
        : Vf.stack(table);
  }

  private Cell cell(PersonTab.Question question, List<String> codes, boolean hidden) {
    CaseWords words = new CaseWords(areas.current());
    String labels =
        Words.join(codes.stream().map(code -> words.label(question.field(), code)).toList());
    return Cell.html(Redaction.unlessHidden(hidden, labels));
  }

  private PageResponse.Page page(PageRequest request, Form form, Html versions) {
    CaseWords words = new CaseWords(areas.current());
    LocalDate today = new LocalClock().today();
    List<Html> fields = new ArrayList<>();
    for (PersonTab.Question question : PersonTab.QUESTIONS) {
      var field = form.field(question.field(), question.words());
      var choices = words.choices(question.field(), form.values(question.field()), today);
      fields.add(
          question.several()
              ? Controls.checkboxes(
                  field.withHint("Choose all that apply").small("checkboxes"), choices)
              : Controls.radios(field.small("radios"), choices));
    }
    return acts.page(
        request,
        form,
        TITLE,
        "Answering is voluntary and changes nothing in the support. Ask, do not guess: an answer"
            + " may be “prefer not to say”, and “unknown” means that nobody asked.",
        versions,
        PersonTab.KEY,
        "Save answers",
        Html.all(fields));
  }
}
