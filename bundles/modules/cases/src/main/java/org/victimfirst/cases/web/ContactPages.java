package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.ContactWork;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.RefusedException;

/** Recording a contact. The gate refuses what is not safe, and says what can be done instead. */
@Component
@VictimFirstModule(module = "cases")
public final class ContactPages implements PageSet {
  private static final String INCIDENT = "incident";
  private static final String IS_INCIDENT = "is_incident";
  private static final String YES = "yes";
  private static final String DATE = "Enter the date of the contact, like 9 July 2020";
  private static final String TIME = "Enter the time of the contact, like 11:20am";

  private final ContactWork contacts;
  private final AreaProfiles areas;

  /** For the platform. */
  @Activate
  public ContactPages(@Reference ContactWork contacts, @Reference AreaProfiles areas) {
    this.contacts = contacts;
    this.areas = areas;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.CONTACT_NEW, CasePermissions.CONTACT, this::blank),
        Route.post(Paths.CONTACT_NEW, CasePermissions.CONTACT, this::save));
  }

  private PageResponse blank(PageRequest request) {
    Form form = Form.empty().put("date", Words.date(new LocalClock().today()));
    return page(request, form.put(IS_INCIDENT, request.query(INCIDENT).orElse("")), false);
  }

  private PageResponse save(PageRequest request) {
    long caseId = request.id("caseId");
    Form form = Form.of(request);
    form.require("channel", "Choose how the contact was made")
        .require("result", "Choose what happened")
        .require("date", DATE)
        .require("time", TIME);
    boolean incident = isIncident(form);
    if (!incident && !form.value(INCIDENT).isEmpty()) {
      form.error(
          IS_INCIDENT, "Tick this to record a safe-contact incident, or empty the text below it");
    }
    Optional<LocalDate> date = form.read("date", Words::parseDate, DATE);
    Optional<LocalTime> time = form.read("time", Words::parseTime, TIME);
    boolean shut = false;
    if (form.sound() && date.isPresent() && time.isPresent()) {
      NewAttempt attempt =
          new NewAttempt(
              LocalDateTime.of(date.get(), time.get()),
              form.value("channel"),
              form.value("result"),
              form.value("note"));
      try {
        return PageResponse.redirect(
            Paths.tab(caseId, ContactTab.KEY), record(request, attempt, form, incident));
      } catch (RefusedException e) {
        e.problems().forEach(p -> form.error(field(p.field()), p.sentence()));
      } catch (ProblemException e) {
        if (e.status() != 409) {
          throw e;
        }
        form.error("result", String.valueOf(e.getMessage()));
        shut = e.code().equals("contact_not_safe");
      }
    }
    PageResponse.Page page = page(request, form, shut);
    return page.refused();
  }

  private String record(PageRequest request, NewAttempt attempt, Form form, boolean incident) {
    long caseId = request.id("caseId");
    if (incident) {
      contacts.recordIncident(request.call(), caseId, attempt, form.value(INCIDENT));
      return "Safe-contact incident recorded. Managers see it on Today";
    }
    contacts.recordAttempt(request.call(), caseId, attempt);
    return "Contact recorded";
  }

  private static boolean isIncident(Form form) {
    return form.value(IS_INCIDENT).equals(YES);
  }

  /** What can be done when the gate refuses: one way is always that it has happened. */
  private static Html ways(long caseId) {
    return SafeBand.gate(
        "gate",
        List.of(
            Html.text("It did not happen like this: choose what did happen, and save again"),
            Html.all(
                Html.text("The person has told you that it is safe now: "),
                Govuk.link("change safe contact", Paths.of(Paths.SAFE_CONTACT, caseId)),
                Html.text(" first")),
            Html.text(
                "It has happened: tick the box below, say what happened and who may have noticed,"
                    + " and save. It is recorded as a safe-contact incident")));
  }

  /** An incident is recorded by choice alone, and its words are never lost. */
  private static Html incident(Form form) {
    return Html.all(
        Controls.checkboxes(
            form.field(IS_INCIDENT, "Was it a safe-contact incident?").small("checkboxes"),
            List.of(Choice.of(YES, "Yes: somebody may have heard or seen what they should not"))),
        Controls.textarea(
            form.field(INCIDENT, "What happened in the incident?")
                .bold()
                .withHint("Who may have heard or seen it? Managers read this.")
                .withRows(3)));
  }

  private PageResponse.Page page(PageRequest request, Form form, boolean shut) {
    long caseId = request.id("caseId");
    String title = isIncident(form) ? "Record a safe-contact incident" : "Record a contact";
    boolean asked = shut || isIncident(form) || !form.value(INCIDENT).isEmpty();
    CaseWords words = new CaseWords(areas.current());
    LocalDate today = new LocalClock().today();
    Html content =
        Html.all(
            form.errorSummary(),
            Vf.head("l", title, "", Html.EMPTY),
            Forms.form(
                Paths.of(Paths.CONTACT_NEW, caseId),
                request.csrf(),
                Controls.radios(
                    form.field("channel", "How?").small("radios"),
                    ContactWords.channels(words, today)),
                Controls.radios(
                    form.field("result", "What happened?")
                        .small("radios")
                        .withAfter(shut ? ways(caseId) : Html.EMPTY),
                    words.choices("contact_result", today)),
                asked ? incident(form) : Html.EMPTY,
                Controls.input(
                    form.field("date", "Date")
                        .bold()
                        .withHint("For example, 9 July 2020 or 9/7/2020")
                        .withWidth(10)),
                Controls.input(
                    form.field("time", "Time")
                        .bold()
                        .withHint("For example, 11:20am")
                        .withWidth(5)),
                Controls.textarea(
                    form.field("note", "Note (optional)")
                        .bold()
                        .withHint("Facts only. The person may ask to read it.")
                        .withRows(3)),
                Govuk.buttonGroup(
                    Govuk.button(Button.submit("Save contact")),
                    Govuk.link("Cancel", Paths.tab(caseId, ContactTab.KEY)))));
    return PageResponse.page(title, Vf.twoThirds(content)).ofCase(caseId, ContactTab.KEY);
  }

  private static String field(String domain) {
    return switch (domain) {
      case "attempted_at" -> "date";
      case "what_happened" -> INCIDENT;
      default -> domain;
    };
  }
}
