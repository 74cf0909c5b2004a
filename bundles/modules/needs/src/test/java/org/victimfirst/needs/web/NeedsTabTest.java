package org.victimfirst.needs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.TODAY;
import static org.victimfirst.needs.fixture.TestNeeds.answers;
import static org.victimfirst.needs.fixture.TestNeeds.draft;
import static org.victimfirst.needs.fixture.TestNeeds.profile;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedsAssessments;
import org.victimfirst.needs.domain.UseCases;
import org.victimfirst.needs.fixture.MemoryStore;
import org.victimfirst.needs.fixture.TestNeeds;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestRequest;

class NeedsTabTest {
  private static final long CASE = 1;

  private final TestCases cases = new TestCases().open(CASE, TODAY.minusDays(30));
  private final MemoryStore store = new MemoryStore();
  private final NeedsAssessments needs = UseCases.assessments(store, cases, PROFILE, CLOCK);

  @Test
  void emptyTabSaysWhyAndWhatToDo() {
    assertThat(tab())
        .contains("The needs have not been assessed yet")
        .contains("href=\"/cases/1/needs/new?stage=start\"");
  }

  @Test
  void changeIsDrawnAndTold() {
    begin(
        AssessmentStage.START,
        answers(
            TODAY.minusDays(9),
            "personal_safety=severe",
            "family=mild",
            "finance_and_benefits=not_recorded"));
    assertThat(tab()).doesNotContain("<svg class=\"vf-chart__svg\"");
    assertThat(tab())
        .contains("Levels so far", "Start, 30 June 2020")
        .containsPattern("Family</t[hd]>\\s*<td[^>]*>Mild Need</td>")
        .containsPattern("Social Interactions</t[hd]>\\s*<td[^>]*>Not asked</td>");
    begin(AssessmentStage.END, answers(TODAY, "personal_safety=mild", "family=mild"));

    assertThat(tab())
        .contains("Change since the start")
        .contains(
            "1 need is lower, 1 is the same, none is higher. 1 has no answer at one of the two.")
        .contains("<svg class=\"vf-chart__svg\"", "Show as a table")
        .contains("Not Recorded", "Not asked")
        .doesNotContain("/needs/new", "Levels so far");
  }

  @Test
  void levelsAreCalledShortlyWhereTheProfileSaysHow() {
    begin(AssessmentStage.START, answers(TODAY.minusDays(9), "family=severe"));
    begin(AssessmentStage.END, answers(TODAY, "family=none"));

    assertThat(tab())
        .contains(">No need</text>", ">Mild</text>", ">Moderate</text>", ">Severe</text>")
        .contains(">Severe to no need</text>");
    assertThat(tab(profile(lists -> lists.replaceAll(";words=(No need|Mild|Moderate|Severe)", ""))))
        .contains(">Moderate Need</text>", ">Severe Need to no need</text>");
  }

  @Test
  void needsThatWereNeverAskedStandThereToo() {
    begin(AssessmentStage.START, answers(TODAY.minusDays(9), "family=mild"));
    begin(AssessmentStage.END, answers(TODAY, "family=none"));

    String tab = tab();

    assertThat(PROFILE.list("need_area").codes())
        .hasSize(10)
        .allSatisfy(area -> assertThat(tab).contains(">" + area.label() + "</th>"));
    assertThat(tab)
        .containsPattern("Social Interactions</th>(\\s*<td[^>]*>Not asked</td>){2}")
        .containsPattern("Family</th>\\s*<td[^>]*>Mild</td>\\s*<td[^>]*>No need</td>");
    assertThat(tab.split("\u2013</text>", -1)).hasSize(1 + 9);
  }

  @Test
  void needThatTheProfileHasNoMoreStandsThereWhereItWasRated() {
    String[] levels = {"family=mild", "social_interactions=mild"};
    begin(AssessmentStage.START, answers(TODAY.minusDays(9), levels));
    AreaProfile later =
        profile(
            lists ->
                lists
                    .replace("need_area,family,Family,5,,,,\n", "")
                    .replace("Social Interactions,9,,,,", "Social Interactions,9,,,2019-12-31,")
                    .replace("Finance and Benefits,7,,,,", "Finance and Benefits,7,,,2019-12-31,"));

    assertThat(tab(later)).contains(">family</th>").doesNotContain("Finance and Benefits");

    begin(AssessmentStage.END, answers(TODAY, "family=none", "social_interactions=mild"));
    assertThat(tab(later))
        .contains("1 need is lower, 1 is the same, none is higher.")
        .contains(">family</th>", ">Social Interactions</th>")
        .doesNotContain("Finance and Benefits");
  }

  @Test
  void draftIsOfferedToBeFinished() {
    begin(AssessmentStage.START, draft(TODAY, "family=mild"));

    assertThat(tab())
        .contains("Finish the draft", "Draft")
        .doesNotContain("/needs/new", "Levels so far");
  }

  @Test
  void closedCaseOffersNothing() {
    begin(AssessmentStage.START, answers(TODAY, "family=mild"));
    cases.closed(CASE, TODAY.minusDays(30), TODAY);

    assertThat(tab()).contains("Start").doesNotContain("/needs/new");
  }

  @Test
  void timelineTellsFinishedAssessments() {
    begin(
        AssessmentStage.START,
        answers(
            TODAY.minusDays(9),
            "personal_safety=severe",
            "family=moderate",
            "social_interactions=moderate",
            "any_other_issues=moderate"));
    begin(AssessmentStage.END, draft(TODAY, "family=none"));
    NeedsTimeline timeline = new NeedsTimeline(needs);

    List<TimelineEntry> entries = timeline.entries(CASEWORKER, CASE);

    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.title()).isEqualTo("Needs assessment, start");
              assertThat(entry.by()).isEqualTo("Alex Example");
              assertThat(entry.detail())
                  .isEqualTo("Severe Need: personal safety. Moderate Need in 3 areas.");
              assertThat(entry.at()).isEqualTo(TODAY.minusDays(9).atStartOfDay());
            });
    Actor analyst =
        new Actor(9, "an01", "Kim Example", Actor.Kind.PERSON, Set.of("analyst"), Set.of());
    assertThat(timeline.entries(new Call(analyst, "192.0.2.1", "request-2"), CASE)).isEmpty();
  }

  private void begin(AssessmentStage stage, AssessmentAnswers answers) {
    needs.begin(TestNeeds.CASEWORKER, CASE, stage, answers);
  }

  private String tab() {
    return tab(PROFILE);
  }

  private String tab(AreaProfile profile) {
    TestRequest request = TestRequest.by(CASEWORKER);
    return new NeedsTab(UseCases.assessments(store, cases, profile, CLOCK))
        .content(request, cases.head(request.call(), CASE, false).orElseThrow())
        .asString();
  }
}
