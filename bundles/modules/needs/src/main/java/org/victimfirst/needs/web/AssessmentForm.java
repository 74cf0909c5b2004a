package org.victimfirst.needs.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedScale;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.Refusal;

/** The fields of an assessment's page, and answers: from one to the other and back. */
final class AssessmentForm {
  static final String STAGE = "stage";
  static final String CASE = "case";
  static final String FROM = "from";
  static final String VERSION = "version";
  static final String DRAFT = "draft";
  static final String DATE = "assessedOn";
  static final String CONTACT_MODE = "contactMode";
  static final String REASON = "reason";
  static final String REASON_NOTE = "reasonNote";

  private static final String RATINGS = "ratings";

  private AssessmentForm() {}

  /** A form with nothing chosen; the date is today. */
  static Form blank(LocalDate today) {
    return Form.empty().put(DATE, Words.date(today));
  }

  /** A blank form with the levels of the last assessment, as far as they may be chosen today. */
  static Form from(NeedsAssessment last, NeedScale scale, LocalDate today) {
    Form form = blank(today).put(FROM, Long.toString(last.id()));
    Set<String> levels = scale.levels(today).stream().map(Code::code).collect(Collectors.toSet());
    for (Code area : scale.areas(today)) {
      String level = last.answers().level(area.code());
      if (levels.contains(level)) {
        form.put(need(area.code()), level);
      }
    }
    return form;
  }

  /** A form with what is stored. */
  static Form of(NeedsAssessment stored) {
    AssessmentAnswers answers = stored.answers();
    Form form =
        Form.empty()
            .put(DATE, Words.date(answers.assessedOn()))
            .put(CONTACT_MODE, answers.contactMode())
            .put(REASON, answers.reason())
            .put(REASON_NOTE, answers.reasonNote());
    for (NeedRating rating : answers.ratings()) {
      form.put(need(rating.area()), rating.level()).put(note(rating.area()), rating.note());
    }
    return form;
  }

  /**
   * The answers of a form that was sent.
   *
   * @param stored the stored answers, whose words stay where the page did not show them; or null
   * @return empty when the date cannot be read, which the form then says
   */
  static Optional<AssessmentAnswers> answers(
      PageRequest request, Form form, NeedScale scale, @Nullable AssessmentAnswers stored) {
    form.require(DATE, "Enter the day on which the person was asked, like 9 July 2020");
    Optional<LocalDate> date =
        form.read(DATE, Words::parseDate, "Enter a day that exists, like 9 July 2020");
    return date.map(
        day ->
            new AssessmentAnswers(
                day,
                form.value(CONTACT_MODE),
                form.value(REASON),
                shown(request, REASON_NOTE, stored == null ? "" : stored.reasonNote()),
                !form.value(DRAFT).isEmpty(),
                ratings(request, form, scale.areas(day), stored)));
  }

  /** Puts what was refused at its fields. */
  static void refuse(Form form, List<Refusal> refusals, NeedScale scale) {
    for (Refusal refusal : refusals) {
      form.error(field(refusal.field(), scale), refusal.sentence());
    }
  }

  /** The field of a need's level. */
  static String need(String area) {
    return "need-" + area;
  }

  /** The field of a need's note. */
  static String note(String area) {
    return "note-" + area;
  }

  /** The needs of the day, and stored ones that the page does not ask: these stay as they are. */
  private static List<NeedRating> ratings(
      PageRequest request, Form form, List<Code> areas, @Nullable AssessmentAnswers stored) {
    List<NeedRating> before = stored == null ? List.of() : stored.ratings();
    Set<String> asked = areas.stream().map(Code::code).collect(Collectors.toSet());
    Stream<NeedRating> answered =
        areas.stream()
            .map(Code::code)
            .map(
                area ->
                    new NeedRating(
                        area,
                        form.value(need(area)),
                        shown(request, note(area), note(stored, area))));
    return Stream.concat(answered, before.stream().filter(one -> !asked.contains(one.area())))
        .toList();
  }

  private static String note(@Nullable AssessmentAnswers stored, String area) {
    return stored == null ? "" : stored.rating(area).map(NeedRating::note).orElse("");
  }

  /** What was typed in a field, or what is stored where the page did not show the field. */
  private static String shown(PageRequest request, String field, String stored) {
    return request.form().containsKey(field) ? request.field(field) : stored;
  }

  private static String field(String refused, NeedScale scale) {
    if (refused.equals(RATINGS)) {
      return need(scale.areas().codes().get(0).code());
    }
    if (!refused.startsWith(RATINGS + ".")) {
      return refused;
    }
    String area = refused.substring(RATINGS.length() + 1);
    return area.endsWith(".note")
        ? note(area.substring(0, area.length() - ".note".length()))
        : need(area);
  }
}
