package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A review of needs from the list of those that are due to the figures, without a browser. */
class ReviewTest {
  private static final Pattern CASE = Pattern.compile("href=\"(/cases/\\d+)\"");
  private static final Pattern FROM = Pattern.compile("stage=review&amp;from=(\\d+)\"");
  private static final Pattern CHOSEN =
      Pattern.compile("name=\"(need-\\w+)\" value=\"(\\w*)\" checked");
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/London"));
  private static final LocalDate BEFORE = TODAY.minusDays(40);

  @ParameterizedTest
  @EnumSource(Store.class)
  void aReviewBeginsWithTheLastLevelsForWhoAsks(Store store) {
    Instance instance = Shared.on(store);
    Signed worker = Signed.in(instance, "senior_caseworker");
    String theCase = withoutAssessment(worker);
    Map<String, String> start =
        form(worker, theCase + "/needs/new?stage=start", "start", BEFORE, "");
    start.put("need-family", "severe");
    start.put("need-finance_and_benefits", "moderate");
    start.put("need-personal_safety", "not_recorded");
    assertThat(worker.post(theCase + "/needs/new", start).statusCode()).isEqualTo(303);

    // The case is due to be reviewed, and safe contact stands beside the name.
    String due = worker.get("/needs/reviews").body();
    assertThat(due).contains("href=\"" + theCase + "/needs\"", "Late: was due");
    assertThat(due.split("vf-work__item", -1)).allMatch(item -> chips(item));

    String blank = worker.get(theCase + "/needs/new?stage=review").body();
    String offer = "Start from the levels of " + words(BEFORE) + " (start)";
    assertThat(blank).contains(offer).doesNotContain(" checked");
    String from = first(FROM, blank);
    String address = theCase + "/needs/new?stage=review&from=" + from;
    String page = worker.get(address).body();
    assertThat(page).contains("not new answers", "Check each one with the person");
    Map<String, String> review = form(worker, address, "review", TODAY, "planned");
    review.put("from", from);
    Matcher chosen = CHOSEN.matcher(page);
    while (chosen.find()) {
      review.put(chosen.group(1), chosen.group(2));
    }
    assertThat(review)
        .containsEntry("need-family", "severe")
        .containsEntry("need-personal_safety", "not_recorded")
        .containsEntry("need-any_other_issues", "");
    review.put("need-finance_and_benefits", "mild");
    HttpResponse<String> saved = worker.post(theCase + "/needs/new", review);

    assertThat(saved.statusCode()).isEqualTo(303);
    JsonNode change =
        instance
            .get("/api/v1/needs" + theCase + "/change", People.token(instance, "senior_caseworker"))
            .json();
    assertThat(change.path("fromScore").asInt()).isEqualTo(5);
    assertThat(change.path("toScore").asInt()).isEqualTo(4);
    assertThat(worker.get("/needs/reviews").body()).doesNotContain(theCase + "/needs\"");
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void casesBehindAFigureShowSafeContact(Store store) {
    Instance instance = Shared.on(store);
    Signed manager = Signed.in(instance, "service_manager");

    String behind =
        manager.get("/reporting/quarterly/2020-04-01/sections/referral_source/cases").body();

    assertThat(behind).contains("Cases behind the figure", "Safe contact");
    String[] rows = behind.substring(behind.indexOf("<tbody")).split("<tr", -1);
    assertThat(rows.length).isGreaterThan(2);
    for (int row = 1; row < rows.length; row++) {
      assertThat(rows[row]).contains("class=\"vf-chips\"", "href=\"/cases/");
    }
  }

  private static boolean chips(String item) {
    return !item.contains("vf-work__who") || item.contains("class=\"vf-chips\"");
  }

  /** A case that has no assessment; the first and the last open case are other tests'. */
  private static String withoutAssessment(Signed worker) {
    Set<String> open = new LinkedHashSet<>();
    Matcher link = CASE.matcher(worker.get("/cases?status=open").body());
    while (link.find()) {
      open.add(link.group(1));
    }
    return open.stream()
        .skip(open.size() / 2)
        .limit(open.size() - 1L - open.size() / 2)
        .filter(one -> worker.get(one + "/needs/new?stage=start").statusCode() == 200)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Every open case has an assessment: " + open));
  }

  private static Map<String, String> form(
      Signed worker, String address, String stage, LocalDate day, String reason) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_csrf", worker.csrf(address));
    fields.put("stage", stage);
    fields.put("assessedOn", words(day));
    fields.put("contactMode", "phone");
    if (!reason.isEmpty()) {
      fields.put("reason", reason);
    }
    return fields;
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  private static String words(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", java.util.Locale.UK));
  }
}
