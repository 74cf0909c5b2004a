package org.victimfirst.intake.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.ProblemCount;
import org.victimfirst.intake.domain.ProblemFilter;
import org.victimfirst.intake.domain.Severity;

/**
 * The problems of an import.
 *
 * @param importHead the import
 * @param filtered which are shown
 * @param problems a page of them
 * @param counts how often each occurs
 */
public record ProblemsView(
    ImportHead importHead,
    ProblemFilter filtered,
    Paged<Problem> problems,
    List<ProblemCount> counts) {

  /** Address of a list of problems. */
  static String address(long importId, String file, String code, String severity, int page) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "file", file);
    add(query, "code", code);
    add(query, "severity", severity);
    add(query, "page", page > 1 ? String.valueOf(page) : "");
    return "/intake/imports/" + importId + "/problems" + query;
  }

  private static void add(StringJoiner query, String name, String value) {
    if (!value.isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private String address(String file, String code, String severity, int page) {
    return address(importHead.id(), file, code, severity, page);
  }

  /** Address of the import. */
  public String importAddress() {
    return "/intake/imports/" + importHead.id();
  }

  /** Head of the page. */
  public Html head() {
    String csv =
        address(filtered.file(), filtered.code(), filtered.severity(), 1)
            .replace("/problems", "/problems.csv");
    return Vf.head(
        "Problems of the import",
        "Received " + Words.dateTime(importHead.receivedAt()),
        Govuk.button(Button.link("Download (CSV)", csv).secondary()));
  }

  /** What can be chosen. */
  public Html filter() {
    int inUse = tagLinks().size();
    Html fields =
        Html.all(
            select("severity", "Result", filtered.severity(), severities()),
            select("file", "File", filtered.file(), names(ProblemCount::file)),
            select("code", "Problem", filtered.code(), names(ProblemCount::code)),
            Govuk.submit("Apply filters"),
            Govuk.link("Clear filters", address("", "", "", 1)));
    return Html.all(
        Html.markup("<form method=\"get\" action=\""),
        Html.text(importAddress() + "/problems"),
        Html.markup("\">"),
        Vf.filter(inUse == 0 ? "Filters" : "Change filters (" + inUse + " in use)", fields),
        Html.markup("</form>"));
  }

  private static Html select(String name, String label, String chosen, List<Choice> choices) {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("", "Any"));
    all.addAll(choices);
    return Controls.select(Field.of(name, label).withValue(chosen), all);
  }

  private static List<Choice> severities() {
    return List.of(
        Choice.of(Severity.REJECTED.code(), Labels.of(Severity.REJECTED)),
        Choice.of(Severity.REPORTED.code(), Labels.of(Severity.REPORTED)));
  }

  private List<Choice> names(Function<ProblemCount, String> name) {
    return counts.stream()
        .map(name)
        .distinct()
        .map(
            each -> {
              long count =
                  counts.stream()
                      .filter(other -> name.apply(other).equals(each))
                      .mapToLong(ProblemCount::count)
                      .sum();
              return Choice.of(each, each + " (" + Words.number(count) + ")");
            })
        .toList();
  }

  /** Filters in use. */
  public Html tags() {
    return Vf.filterTags(tagLinks());
  }

  private List<Link> tagLinks() {
    List<Link> links = new ArrayList<>();
    if (!filtered.severity().isEmpty()) {
      boolean rejected = filtered.severity().equals(Severity.REJECTED.code());
      links.add(
          Link.to(
              Labels.of(rejected ? Severity.REJECTED : Severity.REPORTED),
              address(filtered.file(), filtered.code(), "", 1)));
    }
    if (!filtered.file().isEmpty()) {
      links.add(Link.to(filtered.file(), address("", filtered.code(), filtered.severity(), 1)));
    }
    if (!filtered.code().isEmpty()) {
      links.add(Link.to(filtered.code(), address(filtered.file(), "", filtered.severity(), 1)));
    }
    return links;
  }

  /** How many there are. */
  public String found() {
    return Words.count(problems.total(), "problem", "problems") + ".";
  }

  /** The list. */
  public Html table() {
    if (problems.items().isEmpty()) {
      return Vf.empty(
          tagLinks().isEmpty() ? "No problems" : "No problem fits these filters",
          tagLinks().isEmpty()
              ? "Every row of this import was taken as it came."
              : "Remove a filter to see more.",
          Html.EMPTY);
    }
    return ProblemTable.of(problems.items());
  }

  /** Links to the other pages. */
  public Html pages() {
    return Govuk.pagination(
        Pagination.of(
            problems.page(),
            problems.pages(),
            page -> address(filtered.file(), filtered.code(), filtered.severity(), page)));
  }
}
