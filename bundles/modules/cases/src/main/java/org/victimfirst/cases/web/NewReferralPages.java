package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Ids;
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
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.KnownPerson;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.cases.domain.Referrals;
import org.victimfirst.cases.domain.RefusedException;

/**
 * Takes down a referral. When people are known who may be the one that it is about, these are shown
 * before anything is saved, and the form goes along until somebody has said who it is.
 */
@Component
@VictimFirstModule(module = "cases")
public final class NewReferralPages implements PageSet {
  /** Field: the id of a person who is known, or {@link #SOMEBODY_NEW}. */
  private static final String KNOWN = "known";

  private static final String SOMEBODY_NEW = "new";
  private static final String TITLE = "Record a referral";

  private final Referrals referrals;
  private final AreaProfiles areas;

  /** For the platform. */
  @Activate
  public NewReferralPages(@Reference Referrals referrals, @Reference AreaProfiles areas) {
    this.referrals = referrals;
    this.areas = areas;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.REFERRAL_NEW, CasePermissions.WRITE, this::blank),
        Route.post(Paths.REFERRAL_NEW, CasePermissions.WRITE, this::save));
  }

  private PageResponse blank(PageRequest request) {
    return page(request, ReferralForm.blank(new LocalClock().now()));
  }

  private PageResponse save(PageRequest request) {
    Form form = Form.of(request);
    String known = form.value(KNOWN);
    Optional<NewReferral> entered = fields(form).read(Ids.parse(known).orElse(0));
    if (entered.isEmpty() || form.values("change").contains("yes")) {
      return entered.isEmpty() ? page(request, form).refused() : page(request, form);
    }
    if (!known.equals(SOMEBODY_NEW)) {
      List<KnownPerson> people = known(request, entered.get().person());
      boolean chosen = people.stream().anyMatch(one -> one.personId() == entered.get().personId());
      if (!people.isEmpty() && !chosen) {
        if (form.values("asked").contains("yes")) {
          form.error(KNOWN, "Choose who it is, or “Somebody new”");
          return choice(request, form, people).refused();
        }
        return choice(request, form, people);
      }
      if (!known.isEmpty() && !chosen) {
        throw ProblemException.badRequest("person_unknown", "Choose a person from the list.");
      }
    }
    try {
      long id = referrals.receive(request.call(), entered.get());
      return PageResponse.redirect(Paths.referral(id), "Referral recorded");
    } catch (RefusedException e) {
      e.problems().forEach(p -> form.error(field(p.field()), p.sentence()));
      return page(request, form).refused();
    }
  }

  private List<KnownPerson> known(PageRequest request, PersonDetails person) {
    return request.actor().may(CasePermissions.SEARCH)
        ? referrals.known(request.call(), person)
        : List.of();
  }

  private ReferralForm fields(Form form) {
    LocalDate today = new LocalClock().today();
    return new ReferralForm(form, new CaseWords(areas.current()), today);
  }

  private PageResponse.Page page(PageRequest request, Form form) {
    Html content =
        Html.all(
            Govuk.backLink("Referrals without a case", Paths.REFERRALS),
            form.errorSummary(),
            Vf.head(
                TITLE,
                "Safe contact first: ask what is safe before you write down a number or an address."),
            Forms.form(
                Paths.REFERRAL_NEW,
                request.csrf(),
                fields(form).fields(),
                Govuk.buttonGroup(
                    Govuk.submit("Save referral"), Govuk.link("Cancel", Paths.REFERRALS))));
    return PageResponse.page(TITLE, Vf.twoThirds(content)).under(Paths.LIST);
  }

  private static PageResponse.Page choice(
      PageRequest request, Form form, List<KnownPerson> people) {
    List<Choice> choices = new ArrayList<>();
    for (KnownPerson one : people) {
      choices.add(
          Choice.of(Long.toString(one.personId()), name(request, one))
              .withHint(hint(request, one)));
    }
    choices.add(Choice.divider("or"));
    choices.add(Choice.of(SOMEBODY_NEW, "Somebody new").withHint("None of these people"));
    String title = "Do we know this person?";
    Html content =
        Html.all(
            form.errorSummary(),
            Vf.head(
                title,
                "Nothing is saved yet. Choosing somebody adds the referral to that person, whose"
                    + " details stay as they are. Another phone, email or address is shown in the"
                    + " case, to be decided there."),
            Forms.form(
                Paths.REFERRAL_NEW,
                request.csrf(),
                carried(form),
                Controls.radios(form.field(KNOWN, "Who is it?"), choices),
                Govuk.buttonGroup(
                    Govuk.submit("Save referral"),
                    Govuk.button(
                        Button.submit("Change what was entered")
                            .withName("change", "yes")
                            .secondary()))));
    return PageResponse.page(title, Vf.twoThirds(content)).under(Paths.LIST);
  }

  private static String name(PageRequest request, KnownPerson one) {
    String name = request.hidePersonalDetails() ? PersonDetails.initials(one.name()) : one.name();
    return name.isBlank() ? "Name not recorded" : name;
  }

  private static String hint(PageRequest request, KnownPerson one) {
    LocalDate born = one.dateOfBirth();
    String birth =
        request.hidePersonalDetails()
            ? "Date of birth hidden"
            : born == null ? "Date of birth not recorded" : "Born " + Words.date(born);
    List<String> cases =
        one.cases().stream().map(c -> c.reference() + " (" + c.status() + ")").toList();
    return "%s. %s. %s."
        .formatted(
            birth,
            cases.isEmpty() ? "No case yet" : Words.join(cases),
            Words.capital(Words.join(ReferralPages.grounds(one.grounds()))));
  }

  /** What was entered, which goes along: nothing is kept here in between. */
  private static Html carried(Form form) {
    List<Html> fields = new ArrayList<>();
    for (String name : ReferralForm.NAMES) {
      for (String value : form.values(name)) {
        fields.add(Forms.hidden(name, value));
      }
    }
    fields.add(Forms.hidden("asked", "yes"));
    return Html.all(fields);
  }

  private static String field(String domain) {
    return domain.equals("received_at") ? "received_date" : domain;
  }
}
