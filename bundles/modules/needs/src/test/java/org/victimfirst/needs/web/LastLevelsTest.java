package org.victimfirst.needs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.TODAY;
import static org.victimfirst.needs.fixture.TestNeeds.answers;
import static org.victimfirst.needs.fixture.TestNeeds.draft;
import static org.victimfirst.needs.fixture.TestNeeds.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.CaseChange;
import org.victimfirst.needs.domain.NeedScale;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.NeedsAssessments;
import org.victimfirst.needs.domain.UseCases;
import org.victimfirst.needs.fixture.MemoryStore;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

/** A review or the end that is begun with the levels of the last assessment. */
class LastLevelsTest {
  private static final String BEGIN = Paths.tab(1) + "/new";
  private static final String OFFER = "Start from the levels of 6 July 2020 (start)";
  private static final String WARNING = "The levels below are those of 6 July 2020 (start)";
  private static final String NOT_ASKED = ">Not asked</label>";
  private static final Pattern CHOSEN =
      Pattern.compile("name=\"need-(\\w+)\" value=\"(\\w*)\" checked");

  private final MemoryStore store = new MemoryStore();
  private final NeedsAssessments needs =
      UseCases.assessments(store, new TestCases().open(1, TODAY.minusDays(30)), PROFILE, CLOCK);
  private final TestPages pages = new TestPages(new AssessmentPages(needs));

  @ParameterizedTest
  @ValueSource(strings = {"review", "end"})
  void theyAreOfferedAndChosenForWhoAsks(String stage) {
    NeedsAssessment start = start();

    String blank = html(stage, "");
    assertThat(blank)
        .contains(OFFER)
        .contains("href=\"/cases/1/needs/new?stage=" + stage + "&amp;from=" + start.id() + "\"")
        .doesNotContain(WARNING, NOT_ASKED, " checked");

    String chosen = html(stage, Long.toString(start.id()));
    assertThat(chosen)
        .contains(WARNING, "Check each one with the person before you save.")
        .contains("Start with nothing chosen", "3 of 10 chosen", "Choose “Not asked”")
        .doesNotContain(OFFER);
    assertThat(chosen(chosen))
        .hasSize(10)
        .containsEntry("family", "severe")
        .containsEntry("finance_and_benefits", "none")
        .containsEntry("personal_safety", NeedScale.NOT_RECORDED)
        .containsEntry("any_other_issues", "");
  }

  @Test
  void whatIsSentIsStoredAndCounts() {
    NeedsAssessment start = start();
    Map<String, String> levels = chosen(html("end", Long.toString(start.id())));
    levels.put("family", "mild");
    levels.put("finance_and_benefits", "");

    PageResponse answer = send("end", start, levels, "9 July 2020");

    assertThat(answer).isEqualTo(PageResponse.redirect("/cases/1/needs", "Assessment saved"));
    NeedsAssessment end = store.ofCase(1).end().orElseThrow();
    assertThat(end.answers().asked()).isEqualTo(2);
    assertThat(end.answers().level("family")).isEqualTo("mild");
    assertThat(end.answers().level("personal_safety")).isEqualTo(NeedScale.NOT_RECORDED);
    CaseChange change = store.ofCase(1).change(needs.scale()).orElseThrow();
    assertThat(change.fromScore()).isEqualTo(3);
    assertThat(change.toScore()).isEqualTo(1);
  }

  @Test
  void refusedFormKeepsWhatWasChosenAndTheWarning() {
    NeedsAssessment start = start();
    Map<String, String> levels = chosen(html("end", Long.toString(start.id())));
    levels.put("family", "");

    String refused = TestPages.html(send("end", start, levels, "10 July 2020"));

    assertThat(refused)
        .contains("Enter a date that is not in the future.", WARNING)
        .contains("name=\"from\" value=\"" + start.id() + "\"")
        .doesNotContain(OFFER, "Start with nothing chosen");
    assertThat(chosen(refused)).isEqualTo(levels);
  }

  @Test
  void refusedBlankFormOffersNothingThatWouldLoseIt() {
    start();

    PageResponse refused =
        pages.post(
            BEGIN,
            TestRequest.by(CASEWORKER)
                .sending("stage", "end")
                .sending("assessedOn", "soon")
                .sending("need-family", "mild"));

    assertThat(TestPages.html(refused)).contains("mild\" checked").doesNotContain(OFFER, WARNING);
  }

  @Test
  void neverAtTheStartNorForADraftNorForACorrection() {
    assertThat(html("start", "100")).doesNotContain("Start from", " checked");
    NeedsAssessment start = start();
    NeedsAssessment draft =
        needs.begin(CASEWORKER, 1, AssessmentStage.REVIEW, draft(TODAY, "family=mild"));

    for (NeedsAssessment stored : new NeedsAssessment[] {start, draft}) {
      PageResponse edit =
          pages.get(
              Paths.edit(stored),
              TestRequest.by(CASEWORKER).asking("from", Long.toString(start.id())));
      // A level that was chosen can be taken away.
      assertThat(TestPages.html(edit)).contains(NOT_ASKED).doesNotContain("Start from", WARNING);
    }
  }

  @Test
  void draftSaysHowManyLevelsAreThoseOfBefore() {
    start();
    NeedsAssessment draft =
        needs.begin(CASEWORKER, 1, AssessmentStage.REVIEW, draft(TODAY, "family=severe"));
    String same = "1 level below is as on 6 July 2020 (start). Check that each was asked again";

    assertThat(TestPages.html(pages.get(Paths.edit(draft), TestRequest.by(CASEWORKER))))
        .contains(same);
    needs.change(CASEWORKER, draft.id(), draft.version(), draft(TODAY, "family=mild"));
    assertThat(TestPages.html(pages.get(Paths.edit(draft), TestRequest.by(CASEWORKER))))
        .doesNotContain("below is as on");
  }

  @Test
  void onlyTheLastOnesOfThisCaseAreChosen() {
    NeedsAssessment start = start();
    NeedsAssessment review =
        needs.begin(CASEWORKER, 1, AssessmentStage.REVIEW, review(TODAY, "family=moderate"));

    assertThat(html("end", "")).contains("Start from the levels of 9 July 2020 (review)");
    assertThat(chosen(html("end", Long.toString(review.id()))))
        .containsEntry("family", "moderate")
        .containsEntry("finance_and_benefits", "");
    for (String other : new String[] {Long.toString(start.id()), "999", "last"}) {
      assertThat(html("end", other)).doesNotContain(" checked");
    }
  }

  private NeedsAssessment start() {
    return needs.begin(
        CASEWORKER,
        1,
        AssessmentStage.START,
        answers(
            TODAY.minusDays(3),
            "family=severe",
            "finance_and_benefits=none",
            "personal_safety=" + NeedScale.NOT_RECORDED));
  }

  private String html(String stage, String from) {
    return TestPages.html(
        pages.get(
            BEGIN,
            TestRequest.by(CASEWORKER).hiding().asking("stage", stage).asking("from", from)));
  }

  private PageResponse send(
      String stage, NeedsAssessment from, Map<String, String> levels, String date) {
    TestRequest request =
        TestRequest.by(CASEWORKER)
            .sending("stage", stage)
            .sending("from", Long.toString(from.id()))
            .sending("assessedOn", date)
            .sending("contactMode", "phone");
    for (Map.Entry<String, String> level : levels.entrySet()) {
      request = request.sending("need-" + level.getKey(), level.getValue());
    }
    return pages.post(BEGIN, request);
  }

  private static Map<String, String> chosen(String html) {
    Map<String, String> chosen = new LinkedHashMap<>();
    Matcher level = CHOSEN.matcher(html);
    while (level.find()) {
      chosen.put(level.group(1), level.group(2));
    }
    return chosen;
  }
}
