package org.victimfirst.cases.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFilter;

/** The filters of the list, as they stand in its address: they name nobody. */
final class ListFilter {
  /** The one filter of which several may be in use. */
  private static final String SHOW = "show";

  private static final List<String> NAMES =
      List.of(
          "status",
          "worker",
          "level",
          "crime",
          "source",
          "safe",
          SHOW,
          "sort",
          "opened_from",
          "opened_to",
          "closed_from",
          "closed_to");
  private static final String ANY = "any";

  private static final List<String> DATES =
      List.of("opened_from", "opened_to", "closed_from", "closed_to");

  /** What may stand in those filters whose words are not in a list of the area. */
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "status",
          Set.of("open", "closed", ANY),
          "safe",
          Set.of(CaseFilter.WARNING, CaseFilter.NOTHING_ASKED),
          SHOW,
          Set.of("due", "child"),
          "sort",
          Set.of(CaseFilter.BY_NEXT_ACTION, CaseFilter.BY_CLOSED));

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Form form = Form.empty();
  private final PageRequest request;
  private final StaffKeys staff;

  ListFilter(PageRequest request, StaffKeys staff) {
    this.request = request;
    this.staff = staff;
    for (String name : NAMES) {
      request.query().getOrDefault(name, List.of()).stream()
          .filter(value -> !value.isBlank())
          .distinct()
          .limit(name.equals(SHOW) ? Long.MAX_VALUE : 1)
          .forEach(value -> take(name, value));
    }
    if (request.query().isEmpty()) {
      values.put("status", List.of("open"));
    }
  }

  /** Takes what can be read; what cannot stays in its field, and is said there. */
  private void take(String name, String value) {
    form.put(name, value);
    if (DATES.contains(name) && Words.parseDate(value).isEmpty()) {
      form.error(name, "Enter a date, like 9 July 2020");
    } else if (name.equals("worker") && !staff.mayBe(value)) {
      form.put(name, "");
    } else if (WORDS.getOrDefault(name, Set.of(value)).contains(value)) {
      List<String> more = new ArrayList<>(values.getOrDefault(name, List.of()));
      more.add(value);
      values.put(name, more);
    }
  }

  /** What is wrong with the filters: the list is not filtered by that. */
  Html errors() {
    return form.errorSummary("The list is not filtered by that date");
  }

  CaseFilter filter() {
    return new CaseFilter(
        value("status").equals(ANY) ? "" : value("status"),
        staff.login(value("worker"), request.actor().login()),
        value("level"),
        value("crime"),
        value("source"),
        "",
        Words.parseDate(value("opened_from")).orElse(null),
        Words.parseDate(value("opened_to")).orElse(null),
        Words.parseDate(value("closed_from")).orElse(null),
        Words.parseDate(value("closed_to")).orElse(null),
        value("safe"),
        shows("due"),
        shows("child"),
        value("sort"));
  }

  /** The address of a page of this list. */
  String page(int page) {
    return address(values, page);
  }

  /** Filters in use, each with the address of the list without it. */
  List<Link> inUse(CaseWords words) {
    List<Link> links = new ArrayList<>();
    values.forEach(
        (name, chosen) -> {
          for (String value : chosen) {
            if (!name.equals("sort") && !value.equals(ANY)) {
              links.add(Link.to(say(name, value, words), without(name, value)));
            }
          }
        });
    return links;
  }

  private String without(String name, String value) {
    Map<String, List<String>> rest = new LinkedHashMap<>(values);
    rest.computeIfPresent(
        name, (same, chosen) -> chosen.stream().filter(one -> !one.equals(value)).toList());
    if (name.equals("status")) {
      rest.put("status", List.of(ANY));
    }
    return address(rest, 1);
  }

  private String say(String name, String value, CaseWords words) {
    return switch (name) {
      case "worker" -> staff.say(value);
      case "level" -> words.support(value.equals(CaseFilter.NOT_SET) ? "" : value);
      case "crime" -> words.label("occurrence_type", value);
      case "source" -> words.label("referral_source", value);
      case "safe" ->
          value.equals(CaseFilter.WARNING) ? "Safe-contact warning" : "Nothing asked yet";
      case SHOW -> value.equals("due") ? "Due today or late" : "Child or young person";
      case "opened_from" -> "Opened from " + value;
      case "opened_to" -> "Opened to " + value;
      case "closed_from" -> "Closed from " + value;
      case "closed_to" -> "Closed to " + value;
      default -> Words.capital(value);
    };
  }

  /** The form with all filters. */
  Html form(CaseWords words, Function<String, List<Choice>> codes) {
    // An address that says nothing of the status gives all cases.
    form.put("status", ANY);
    values.forEach(form::put);
    Html fields =
        Html.all(
            select(form, "status", "Status", "any", List.of("open", "closed")),
            Controls.select(form.field("worker", "Caseworker"), staff.choices()),
            Controls.select(form.field("level", "Support level"), codes.apply("support_level")),
            Controls.select(form.field("crime", "Crime"), codes.apply("occurrence_type")),
            Controls.select(form.field("source", "Referred by"), codes.apply("referral_source")),
            Controls.select(
                form.field("safe", "Safe contact"),
                List.of(
                    Choice.of("", "Any"),
                    Choice.of(CaseFilter.WARNING, "With a warning"),
                    Choice.of(CaseFilter.NOTHING_ASKED, "Nothing asked yet"))),
            Controls.checkboxes(
                form.field(SHOW, "Show only").small("checkboxes"),
                List.of(
                    Choice.of("due", "Due today or late"),
                    Choice.of("child", "Children and young people"))),
            date(form, "opened_from", "Opened from"),
            date(form, "opened_to", "Opened to"),
            date(form, "closed_from", "Closed from"),
            date(form, "closed_to", "Closed to"),
            Controls.select(
                form.field("sort", "Order"),
                List.of(
                    Choice.of("", "Opened last first"),
                    Choice.of(CaseFilter.BY_NEXT_ACTION, "Next action first"),
                    Choice.of(CaseFilter.BY_CLOSED, "Closed last first"))),
            Govuk.submit("Apply filters"),
            Govuk.body(Govuk.link("Clear filters", Paths.LIST)));
    int count = inUse(words).size();
    return Html.all(
        Html.markup("<form action=\"/cases\" method=\"get\">"),
        Vf.filter("Change filters (%d in use)".formatted(count), fields),
        Html.markup("</form>"));
  }

  private static Html select(
      Form form, String name, String label, String any, List<String> values) {
    List<Choice> choices = new ArrayList<>();
    values.forEach(value -> choices.add(Choice.of(value, Words.capital(value))));
    choices.add(Choice.of(any, "Any"));
    return Controls.select(form.field(name, label), choices);
  }

  private static Html date(Form form, String name, String label) {
    Field field = form.field(name, label).withWidth(10);
    return Controls.input(field);
  }

  private String value(String name) {
    List<String> chosen = values.getOrDefault(name, List.of());
    return chosen.isEmpty() ? "" : chosen.get(0);
  }

  private boolean shows(String what) {
    return values.getOrDefault(SHOW, List.of()).contains(what);
  }

  private static String address(Map<String, List<String>> values, int page) {
    StringBuilder address = new StringBuilder(Paths.LIST).append('?');
    values.forEach(
        (name, chosen) ->
            chosen.forEach(
                value ->
                    address
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&')));
    return address.append("page=").append(page).toString();
  }
}
