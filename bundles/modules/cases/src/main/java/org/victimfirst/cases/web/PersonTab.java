package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Demographics;
import org.victimfirst.cases.domain.LocalClock;
import org.victimfirst.cases.domain.OtherDetails;
import org.victimfirst.cases.domain.PersonDetails;

/** Who a case is about: details, and the answers for equality monitoring. */
@Component(service = {CaseTab.class, PersonTab.class})
@VictimFirstModule(module = "cases")
public final class PersonTab implements CaseTab {
  static final String KEY = "person";

  private final CaseFiles files;
  private final AreaProfiles areas;

  /** For the platform. */
  @Activate
  public PersonTab(@Reference CaseFiles files, @Reference AreaProfiles areas) {
    this.files = files;
    this.areas = areas;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label() {
    return "Person";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public String permission() {
    return CasePermissions.READ;
  }

  @Override
  public Html content(PageRequest request, CaseHead head) {
    return content(request, head, "");
  }

  /**
   * The tab.
   *
   * @param shown the detail that is shown in clear on this page only: {@code phone}, {@code email},
   *     {@code address}, or an empty string
   */
  Html content(PageRequest request, CaseHead head, String shown) {
    CaseFile file =
        files
            .find(request.call(), head.summary().id())
            .orElseThrow(() -> ProblemException.notFound("There is no such case."));
    boolean changes =
        file.summary().open()
            && request.actor().may(CasePermissions.WRITE)
            && !request.hidePersonalDetails();
    return Html.all(
        Vf.head(
            "l",
            "Person",
            file.summary().open()
                ? ""
                : "The case is closed: nothing here can be changed unless it is opened again.",
            Html.EMPTY),
        others(file, request, shown, changes),
        Vf.columns(
            "half", details(file, request, shown, changes), equality(file, request, changes)));
  }

  private Html details(CaseFile file, PageRequest request, String shown, boolean changes) {
    PersonDetails person = file.person();
    boolean hidden = request.hidePersonalDetails();
    ContactDetails contact = new ContactDetails(file, request, KEY, shown);
    SummaryList list =
        SummaryList.empty()
            .with("Name", or(hidden ? person.initials() : person.name(), "Not recorded"))
            .with("Date of birth", hide(hidden, born(person.dateOfBirth())))
            .with("Gender", hide(hidden, words().label("gender", person.gender())))
            .with("Phone", contact.phone())
            .with("Email", contact.email())
            .with("Address", contact.address())
            .with("Language", hide(hidden, or(person.language(), "Not recorded")));
    return Vf.section(
        "details",
        "Details",
        Html.all(
            Govuk.summaryList(list),
            changes
                ? button("Change details", Paths.of(Paths.DETAILS, file.summary().id()))
                : Html.EMPTY));
  }

  /** What referrals gave otherwise: nobody knows yet which is right. */
  private Html others(CaseFile file, PageRequest request, String shown, boolean changes) {
    ContactDetails contact = new ContactDetails(file, request, KEY, shown);
    List<Html> cards = new ArrayList<>();
    for (OtherDetails other : file.others()) {
      SummaryList list =
          SummaryList.empty()
              .with(
                  "Referred by",
                  hide(
                      request.hidePersonalDetails(),
                      words().label("referral_source", other.source())));
      for (String way : other.ways()) {
        list =
            list.with(
                "Other " + ContactDetails.name(way).replaceFirst(" .*", ""),
                contact.other(other, way));
      }
      String from =
          "Received %s. It may be newer than what is recorded, and it is not used until somebody decides."
              .formatted(Words.dateTime(other.receivedAt()));
      cards.add(
          Vf.card(
              Vf.Tone.WARN,
              "other-" + other.referralId(),
              "A referral gives another " + ways(other),
              "m",
              Html.all(
                  Govuk.body(from),
                  Govuk.summaryList(list),
                  changes ? decide(file, other) : Html.EMPTY)));
    }
    return Html.all(cards);
  }

  private static Html decide(CaseFile file, OtherDetails other) {
    boolean oldest = other == file.others().get(file.others().size() - 1);
    return oldest
        ? button("Decide which is right", Paths.compare(file.summary().id(), other.referralId()))
        : Govuk.body("Decide about the older referral first.");
  }

  /** What differs, in words. */
  static String ways(OtherDetails other) {
    return Words.join(other.ways().stream().map(ContactDetails::name).toList());
  }

  private Html equality(CaseFile file, PageRequest request, boolean changes) {
    Demographics answers = file.demographics();
    Html change =
        changes
            ? button(
                answers == null ? "Record answers" : "Change answers",
                Paths.of(Paths.EQUALITY, file.summary().id()))
            : Html.EMPTY;
    if (answers == null) {
      return Vf.section(
          "equality",
          "Equality monitoring",
          Html.all(Govuk.body("Not asked. The report counts these answers as unknown."), change));
    }
    boolean hidden = request.hidePersonalDetails();
    SummaryList list = SummaryList.empty();
    for (Question question : QUESTIONS) {
      // A narrow column breaks the long word where it may be broken.
      String words = question.words().replace("Communication", "Communi\u00adcation");
      list = list.with(words, hide(hidden, labels(question, answers)));
    }
    LocalDate recorded = answers.recordedOn();
    return Vf.section(
        "equality",
        "Equality monitoring",
        Html.all(
            Govuk.summaryList(
                list.with("Asked", recorded == null ? "Not recorded" : Words.date(recorded))),
            change));
  }

  /**
   * A question of equality monitoring.
   *
   * @param field name of its field, which is also the name of its list
   * @param words what people read
   */
  record Question(String field, String words) {
    /** Whether several answers may be given. */
    boolean several() {
      return field.equals("disability");
    }

    /** The codes that were given, of which there may be several about disability only. */
    List<String> codes(Demographics answers) {
      return switch (field) {
        case "ethnicity" -> List.of(answers.ethnicity());
        case "religion" -> List.of(answers.religion());
        case "sexual_orientation" -> List.of(answers.sexualOrientation());
        case "communication_need" -> List.of(answers.communicationNeed());
        default -> Arrays.asList(answers.disability().split(";", -1));
      };
    }
  }

  /** The questions, in their order. */
  static final List<Question> QUESTIONS =
      List.of(
          new Question("ethnicity", "Ethnicity"),
          new Question("disability", "Disability"),
          new Question("religion", "Religion"),
          new Question("sexual_orientation", "Sexual orientation"),
          new Question("communication_need", "Communication need"));

  private String labels(Question question, Demographics answers) {
    return Words.join(
        question.codes(answers).stream()
            .map(code -> words().label(question.field(), code))
            .toList());
  }

  private CaseWords words() {
    return new CaseWords(areas.current());
  }

  private static String born(@Nullable LocalDate day) {
    if (day == null) {
      return "Not recorded";
    }
    int age = Period.between(day, new LocalClock().today()).getYears();
    return Words.date(day) + ", aged " + age + " today";
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static Html hide(boolean hidden, String text) {
    return Redaction.unlessHidden(hidden, text);
  }

  private static Html button(String words, String href) {
    return Govuk.button(Button.link(words, href).secondary());
  }
}
