package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Colleagues;
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
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Casework;
import org.victimfirst.cases.domain.KnownPerson;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.ReceivedReferral;
import org.victimfirst.cases.domain.ReferralDetails;
import org.victimfirst.cases.domain.Referrals;
import org.victimfirst.cases.domain.RefusedException;

/** One referral as it was received, and opening a case from it. */
@Component
@VictimFirstModule(module = "cases")
public final class ReceivedPages implements PageSet {
  private final Referrals referrals;
  private final Casework casework;
  private final Workers workers;
  private final AreaProfiles areas;

  /** For the platform. */
  @Activate
  public ReceivedPages(
      @Reference Referrals referrals,
      @Reference Casework casework,
      @Reference CaseFiles files,
      @Reference Colleagues colleagues,
      @Reference AreaProfiles areas) {
    this.referrals = referrals;
    this.casework = casework;
    this.workers = new Workers(files, colleagues);
    this.areas = areas;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.REFERRAL, CasePermissions.READ, this::show),
        Route.post(Paths.REFERRAL, CasePermissions.WRITE, this::open));
  }

  private PageResponse show(PageRequest request) {
    return page(request, Form.empty().put("caseworker", request.actor().login()));
  }

  private PageResponse open(PageRequest request) {
    Form form = Form.of(request);
    try {
      long caseId =
          casework.open(request.call(), request.id("referralId"), form.value("caseworker"));
      return PageResponse.redirect(Paths.of(caseId), "Case opened");
    } catch (RefusedException e) {
      e.problems().forEach(p -> form.error(p.field(), p.sentence()));
      return page(request, form).refused();
    } catch (ProblemException e) {
      if (e.status() != 409 && e.status() != 422) {
        throw e;
      }
      form.error("caseworker", "main", String.valueOf(e.getMessage()));
      return page(request, form).refused();
    }
  }

  private PageResponse.Page page(PageRequest request, Form form) {
    ReceivedReferral received =
        referrals
            .find(request.call(), request.id("referralId"))
            .orElseThrow(() -> ProblemException.notFound("There is no such referral."));
    CaseWords words = new CaseWords(areas.current());
    Html body =
        Html.all(
            Govuk.backLink("Referrals without a case", Paths.REFERRALS),
            form.errorSummary("No case opened. There is 1 problem"),
            Vf.head(
                "Referral", "Received " + Words.dateTime(received.referral().receivedAt()) + "."),
            SafeBand.band(
                request.hidePersonalDetails()
                    ? received.safeContact().withoutNotes()
                    : received.safeContact(),
                true),
            Vf.columns(
                Html.all(
                    next(request, form, received),
                    Vf.section("event", "What was referred", event(request, received, words))),
                Html.all(
                    Vf.section("about", "Who it is about", about(request, received, words)),
                    others(received))));
    return PageResponse.page("Referral", body).under(Paths.LIST);
  }

  private Html next(PageRequest request, Form form, ReceivedReferral received) {
    Long caseId = received.caseId();
    if (caseId != null) {
      return Vf.card(
          Vf.Tone.PLAIN,
          "next",
          "There is a case",
          "m",
          Govuk.linkButton("Go to the case", Paths.of(caseId)));
    }
    if (!request.actor().may(CasePermissions.WRITE)) {
      return Vf.card(
          Vf.Tone.PLAIN,
          "next",
          "No case yet",
          "m",
          Govuk.body("Somebody who may open cases decides what becomes of it."));
    }
    return Vf.card(
        Vf.Tone.NEXT,
        "next",
        "Next: open a case",
        "m",
        Forms.form(
            Paths.referral(received.id()),
            request.csrf(),
            Controls.select(
                form.field("caseworker", "Who works on it?").bold(),
                workers.choices(request, "Nobody yet", "")),
            Govuk.submit("Open a case")));
  }

  private static Html event(PageRequest request, ReceivedReferral received, CaseWords words) {
    boolean hidden = request.hidePersonalDetails();
    ReferralDetails referral = received.referral();
    LocalDate offence = referral.offenceOn();
    SummaryList list =
        SummaryList.empty()
            .with("Crime", shown(hidden, words.label("occurrence_type", referral.occurrenceType())))
            .with("Day of the event", shown(hidden, offence == null ? "" : Words.date(offence)))
            .with("Referred by", shown(hidden, words.label("referral_source", referral.source())))
            .with("Role", words.label("referral_role", referral.role()))
            .with("Area", shown(hidden, words.place(referral.beat())))
            .with("Police reference", shown(hidden, referral.crimeReference()))
            .with("Officer in case", shown(hidden, referral.officerInCase()))
            .with("Victims’ Code", words.rights(referral.enhancedRights(), hidden))
            .with("What was told", shown(hidden, referral.offenceSummary()));
    return Govuk.summaryList(list);
  }

  private static Html about(PageRequest request, ReceivedReferral received, CaseWords words) {
    boolean hidden = request.hidePersonalDetails();
    PersonDetails person = received.person();
    LocalDate born = person.dateOfBirth();
    SummaryList list =
        SummaryList.empty()
            .with("Name", named(hidden ? person.initials() : person.name()))
            .with("Date of birth", shown(hidden, born == null ? "" : Words.date(born)))
            .with("Gender", shown(hidden, words.label("gender", person.gender())))
            .with("Language", shown(hidden, person.language()))
            .with("Contact details", Html.text(contact(received)));
    return Govuk.summaryList(list);
  }

  /** Which details there are. They are shown in a case only, where safe contact guards them. */
  private static String contact(ReceivedReferral received) {
    PersonDetails person = received.person();
    List<String> there = new ArrayList<>();
    add(there, "phone", person.phone());
    add(there, "email", person.email());
    add(there, "address", ContactDetails.address(person));
    if (there.isEmpty()) {
      return "None recorded";
    }
    String recorded = Words.capital(Words.join(there)) + " recorded";
    String others =
        Words.join(received.others().stream().map(ContactDetails::name).toList())
            + (received.others().size() == 1 ? " differs" : " differ")
            + " from what is recorded of the person";
    if (received.others().isEmpty()) {
      return recorded + "; shown in the case";
    }
    return received.waiting()
        ? recorded + "; shown in the case, under Person. The " + others + ": decide there"
        : recorded + ". The " + others;
  }

  private static void add(List<String> there, String name, String value) {
    if (!value.isEmpty()) {
      there.add(name);
    }
  }

  private static Html others(ReceivedReferral received) {
    List<Html> cases = new ArrayList<>();
    for (KnownPerson.CaseName one : received.cases()) {
      cases.add(
          Html.all(
              Govuk.link(one.reference(), Paths.of(one.id())), Html.text(", " + one.status())));
    }
    return cases.isEmpty()
        ? Html.EMPTY
        : Vf.card(
            Vf.Tone.PLAIN, "cases", "Cases of this person", "s", Govuk.list("govuk-list", cases));
  }

  private static String named(String name) {
    return name.isEmpty() ? "Not recorded" : name;
  }

  private static Html shown(boolean hidden, String text) {
    return text.isEmpty() ? Html.text("Not recorded") : Redaction.unlessHidden(hidden, text);
  }
}
