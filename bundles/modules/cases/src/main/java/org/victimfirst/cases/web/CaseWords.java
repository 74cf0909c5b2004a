package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.cases.domain.PersonDetails;

/** The area's words for the codes of a case. */
final class CaseWords {
  private final AreaProfile profile;

  CaseWords(AreaProfile profile) {
    this.profile = profile;
  }

  /** The label of a code, "Not recorded" for an empty one. */
  String label(String list, @Nullable String code) {
    return code == null || code.isEmpty() ? "Not recorded" : profile.list(list).label(code);
  }

  /** Support level of a case: "Not set" while there is none. */
  String support(@Nullable String level) {
    return level == null || level.isEmpty()
        ? "Not set"
        : Words.capital(profile.list("support_level").label(level));
  }

  /**
   * Enhanced rights under the Victims' Code.
   *
   * @param hidden whether the category, which says what happened, is left out
   */
  String rights(String category, boolean hidden) {
    if (category.isEmpty()) {
      return "No enhanced rights recorded";
    }
    String rights = "Enhanced rights";
    return hidden ? rights : rights + ": " + label("vcop_enhanced_entitlement", category);
  }

  /** What can be chosen today, in the area's order. */
  List<Choice> choices(String list, LocalDate today) {
    return profile.list(list).on(today).stream()
        .map((Code code) -> Choice.of(code.code(), code.label()))
        .toList();
  }

  /** What can be chosen today, and what is chosen already even if it is of the past. */
  List<Choice> choices(String list, List<String> chosen, LocalDate today) {
    return profile.list(list).codes().stream()
        .filter(code -> code.validOn(today) || chosen.contains(code.code()))
        .map(code -> Choice.of(code.code(), code.label()))
        .toList();
  }

  /** Place of a beat: "East Leicester NPA, East Leicester (Evington)". */
  String place(String beat) {
    return profile
        .list("beat")
        .find(beat)
        .map(
            found ->
                found.parent() == null || found.parent().equals(found.code())
                    ? found.label()
                    : found.label() + ", " + profile.list("npa").label(found.parent()))
        .orElse("Not recorded");
  }

  /** The next action with its day, and how late it is. */
  static Html next(NextAction next, LocalDate today) {
    if (next.what().isEmpty()) {
      return Html.text("Nothing planned");
    }
    LocalDate due = next.due();
    if (due == null) {
      return Html.text(next.what());
    }
    Html text = Html.text(next.what() + ", " + Words.date(due));
    return Html.all(text, Html.text(" "), lateness(due, today));
  }

  /** Whose case it is: initials only while personal details are hidden. */
  static String person(PageRequest request, String name) {
    String shown = request.hidePersonalDetails() ? PersonDetails.initials(name) : name;
    return shown.isBlank() ? "Name not recorded" : shown;
  }

  /** "3 days late", "Today" or nothing. */
  static Html lateness(LocalDate due, LocalDate today) {
    if (due.isBefore(today)) {
      long days = ChronoUnit.DAYS.between(due, today);
      return Govuk.tag(Words.count(days, "day", "days") + " late", "red");
    }
    return due.equals(today) ? Govuk.tag("Today", "yellow") : Html.EMPTY;
  }
}
