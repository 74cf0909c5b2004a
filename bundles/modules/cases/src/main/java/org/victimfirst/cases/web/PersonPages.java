package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.PeopleWork;
import org.victimfirst.cases.domain.PersonDetails;

/**
 * Changes who a person is and where they can be found. What is masked elsewhere is not sent to this
 * form either: an empty field keeps what is stored, and taking it out is a choice of its own.
 */
@Component
@VictimFirstModule(module = "cases")
public final class PersonPages implements PageSet {
  private static final String REMOVE = "remove";
  private static final Map<String, String> LINES =
      Map.of(
          "address_line_1", "line 1",
          "address_line_2", "line 2",
          "town", "the town or city",
          "postcode", "the postcode");
  private static final String NO_DATE =
      "Enter the date of birth, like 4 May 1980, or leave it empty";

  private final PeopleWork people;
  private final AreaProfiles areas;
  private final Acts acts;

  /** For the platform. */
  @Activate
  public PersonPages(
      @Reference CaseFiles files, @Reference PeopleWork people, @Reference AreaProfiles areas) {
    this.people = people;
    this.areas = areas;
    this.acts = new Acts(files);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.DETAILS, CasePermissions.WRITE, this::show),
        Route.post(Paths.DETAILS, CasePermissions.WRITE, this::save));
  }

  private PageResponse show(PageRequest request) {
    if (request.hidePersonalDetails()) {
      return Acts.hidden(request, "Change details", PersonTab.KEY);
    }
    CaseFile file = acts.file(request);
    PersonDetails person = file.person();
    Form form =
        acts.blankOfPerson(file)
            .put("first_name", person.firstName())
            .put("last_name", person.lastName())
            .put("date_of_birth", Words.date(person.dateOfBirth(), ""))
            .put("gender", person.gender())
            .put("language", person.language());
    return page(request, form, file, Html.EMPTY);
  }

  private PageResponse save(PageRequest request) {
    CaseFile file = acts.file(request);
    Form form = Form.of(request);
    Optional<LocalDate> born = form.read("date_of_birth", Words::parseDate, NO_DATE);
    PersonDetails details = entered(form, born.orElse(null), file.person());
    requireWholeAddress(form, file.person());
    return acts.actOnPerson(
        request,
        form,
        () ->
            Acts.askAgain(
                "Details saved",
                people.changeDetails(
                    request.call(), file.summary().id(), Acts.version(form), details)),
        Paths.tab(file.summary().id(), PersonTab.KEY),
        now ->
            new PersonVersions(new CaseWords(areas.current()), request.hidePersonalDetails())
                .table(form, details, now),
        versions -> page(request, form, file, versions));
  }

  /**
   * A line that is stored and was left empty may be meant to stay or to go, and half of an old
   * address in a new one sends a letter to the wrong door: so somebody says which.
   */
  private static void requireWholeAddress(Form form, PersonDetails stored) {
    if (!PersonVersions.addressEntered(form) || removes(form, "address")) {
      return;
    }
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("address_line_1", stored.addressLine1());
    lines.put("address_line_2", stored.addressLine2());
    lines.put("town", stored.town());
    lines.put("postcode", stored.postcode());
    lines.forEach(
        (field, line) -> {
          if (!line.isEmpty() && form.value(field).isEmpty()) {
            form.error(
                field,
                "Enter the whole address, with %s. Where the new one has none, also choose “The address” below to take the old one out"
                    .formatted(LINES.get(field)));
          }
        });
  }

  /** What was entered; what was left empty and is not to be removed stays as it is stored. */
  private static PersonDetails entered(Form form, @Nullable LocalDate born, PersonDetails stored) {
    boolean address = PersonVersions.addressEntered(form) || removes(form, "address");
    return new PersonDetails(
        form.value("first_name"),
        form.value("last_name"),
        born,
        form.value("gender"),
        kept(form, "phone", stored.phone()),
        kept(form, "email", stored.email()),
        address ? form.value("address_line_1") : stored.addressLine1(),
        address ? form.value("address_line_2") : stored.addressLine2(),
        address ? form.value("town") : stored.town(),
        address ? form.value("postcode") : stored.postcode(),
        form.value("language"));
  }

  private static String kept(Form form, String field, String stored) {
    String typed = form.value(field);
    return typed.isEmpty() && !removes(form, field) ? stored : typed;
  }

  static boolean removes(Form form, String detail) {
    return form.values(REMOVE).contains(detail);
  }

  private PageResponse.Page page(PageRequest request, Form form, CaseFile file, Html versions) {
    CaseWords words = new CaseWords(areas.current());
    LocalDate today = new LocalClock().today();
    return acts.page(
        request,
        form,
        "Change details",
        "Changed for all cases of this person. What a referral said stays in the referral. A “yes” about the phone, email or address before does not hold for a new one, whoever said it: ask what is safe.",
        versions,
        PersonTab.KEY,
        "Save details",
        Controls.input(text(form, "first_name", "First name")),
        Controls.input(text(form, "last_name", "Last name")),
        Controls.input(
            text(form, "date_of_birth", "Date of birth (optional)")
                .withHint("For example, 4 May 1980 or 4/5/1980")
                .withWidth(10)),
        Controls.select(form.field("gender", "Gender").bold(), genders(words, form, today)),
        Controls.input(text(form, "language", "Language (optional)").withWidth(20)),
        contact(request, form, file));
  }

  private static List<Choice> genders(CaseWords words, Form form, LocalDate today) {
    List<Choice> choices = new ArrayList<>();
    if (form.value("gender").isEmpty()) {
      choices.add(Choice.of("", "Choose one"));
    }
    choices.addAll(words.choices("gender", form.values("gender"), today));
    return choices;
  }

  private static Html contact(PageRequest request, Form form, CaseFile file) {
    boolean hidden = request.hidePersonalDetails();
    PersonDetails person = file.person();
    String phone = ContactDetails.words(file, hidden, "phone", person.phone());
    String email = ContactDetails.words(file, hidden, "email", person.email());
    String street = ContactDetails.address(person);
    String address = ContactDetails.words(file, hidden, "address", street);
    List<Choice> stored = new ArrayList<>();
    offer(stored, "phone", "The phone number", person.phone());
    offer(stored, "email", "The email address", person.email());
    offer(stored, "address", "The address", street);
    Html remove =
        stored.isEmpty()
            ? Html.EMPTY
            : Controls.checkboxes(
                form.field(REMOVE, "What is to be taken out? (optional)").small("checkboxes"),
                stored);
    return Html.all(
        Controls.input(
            text(form, "phone", "New phone number (optional)")
                .withHint(keeps(phone))
                .withWidth(20)),
        Controls.input(text(form, "email", "New email address (optional)").withHint(keeps(email))),
        Forms.fieldset(
            "New address (optional)",
            "govuk-fieldset__legend--s",
            Html.all(
                Forms.hint(
                    "address-hint",
                    Html.text(
                        keeps(address)
                            + (street.isEmpty()
                                ? ""
                                : ". To correct a part of it, enter the whole address"))),
                Controls.input(
                    text(form, "address_line_1", "Address line 1").withDescribedBy("address-hint")),
                Controls.input(text(form, "address_line_2", "Address line 2")),
                Controls.input(text(form, "town", "Town or city").withWidth(20)),
                Controls.input(text(form, "postcode", "Postcode").withWidth(10)))),
        remove);
  }

  private static void offer(List<Choice> choices, String name, String label, String stored) {
    if (!stored.isEmpty()) {
      choices.add(Choice.of(name, label));
    }
  }

  private static String keeps(String stored) {
    return switch (stored) {
      case "Not recorded" -> "None is recorded";
      case ContactDetails.DOTS -> "One is recorded. Leave this empty to keep it";
      default -> "Recorded: " + stored + ". Leave this empty to keep it";
    };
  }

  private static Field text(Form form, String name, String label) {
    return form.field(name, label).bold().withoutSpellcheck().withAutocomplete("off");
  }
}
