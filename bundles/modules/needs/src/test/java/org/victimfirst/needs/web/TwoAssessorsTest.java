package org.victimfirst.needs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.TODAY;
import static org.victimfirst.needs.fixture.TestNeeds.answers;
import static org.victimfirst.needs.fixture.TestNeeds.draft;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.NeedsAssessments;
import org.victimfirst.needs.domain.UseCases;
import org.victimfirst.needs.fixture.MemoryStore;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

/** Two who begin the same assessment: the second loses no word and finds a way to save. */
class TwoAssessorsTest {
  private static final long CASE = 1;
  private static final String SEVERE = "value=\"severe\" checked";
  private static final String REASON = PROFILE.list("review_reason").codes().get(0).code();
  private static final String BEGIN = Paths.tab(CASE) + "/new";

  private final MemoryStore store = new MemoryStore();
  private final NeedsAssessments needs =
      UseCases.assessments(store, new TestCases().open(CASE, TODAY.minusDays(30)), PROFILE, CLOCK);
  private final TestPages pages = new TestPages(new AssessmentPages(needs));

  private NeedsAssessment begin(AssessmentStage stage, AssessmentAnswers answers) {
    return needs.begin(CASEWORKER, CASE, stage, answers);
  }

  private static TestRequest family(AssessmentStage stage, String level) {
    return TestRequest.by(CASEWORKER)
        .sending("stage", stage.code())
        .sending("assessedOn", "9 July 2020")
        .sending("contactMode", "phone")
        .sending("reason", stage == AssessmentStage.REVIEW ? REASON : "")
        .sending("need-family", level)
        .sending("note-family", "Sleeps badly");
  }

  private static void showsBothAndCorrects(PageResponse.Page page, NeedsAssessment theirs) {
    assertThat(page.status()).isEqualTo(422);
    assertThat(TestPages.html(page))
        .contains("Two versions", "Alex Example saved this", SEVERE, "Sleeps badly")
        .contains("<form action=\"" + Paths.read(theirs) + "\" method=\"post\"")
        .contains("name=\"version\" value=\"" + theirs.version() + "\"")
        .doesNotContain("Make a review instead");
  }

  @Test
  void ofTwoWhoBeginTheSecondComparesAndCorrects() {
    NeedsAssessment theirs = begin(AssessmentStage.START, answers(TODAY, "family=none"));
    TestRequest mine = family(AssessmentStage.START, "severe");

    showsBothAndCorrects((PageResponse.Page) pages.post(BEGIN, mine), theirs);

    PageResponse saved =
        pages.post(Paths.read(theirs), mine.sending("version", Integer.toString(theirs.version())));
    assertThat(saved).isEqualTo(PageResponse.redirect("/cases/1/needs", "Assessment saved"));
    assertThat(store.ofCase(CASE).assessments())
        .singleElement()
        .satisfies(
            stored ->
                assertThat(stored.answers().ratings())
                    .containsExactly(new NeedRating("family", "severe", "Sleeps badly")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofTwoWhoBeginAtOnceTheSecondComparesAndCorrects(boolean asDraft) {
    AssessmentAnswers theirs =
        asDraft ? draft(TODAY, "family=none") : answers(TODAY, "family=none");
    store.meanwhile(() -> begin(AssessmentStage.START, theirs));

    PageResponse page = pages.post(BEGIN, family(AssessmentStage.START, "severe"));

    showsBothAndCorrects((PageResponse.Page) page, store.ofCase(CASE).assessments().get(0));
  }

  @Test
  void ofTwoReviewsAtOnceBothAreKept() {
    begin(AssessmentStage.START, answers(TODAY, "family=none"));
    AssessmentAnswers theirs =
        new AssessmentAnswers(
            TODAY, "phone", REASON, "", false, List.of(new NeedRating("family", "none", "")));
    store.meanwhile(() -> begin(AssessmentStage.REVIEW, theirs));
    TestRequest mine = family(AssessmentStage.REVIEW, "severe");

    PageResponse.Page page = (PageResponse.Page) pages.post(BEGIN, mine);

    assertThat(page.status()).isEqualTo(422);
    assertThat(TestPages.html(page))
        .contains("Save again to add yours", SEVERE, "Sleeps badly")
        .contains("action=\"" + BEGIN + "\"")
        .doesNotContain("Two versions");
    pages.post(BEGIN, mine);
    assertThat(store.ofCase(CASE).assessments()).hasSize(3);
  }

  @Test
  void whatWasTypedIntoADraftThatIsDiscardedBecomesANewOne() {
    NeedsAssessment draft = begin(AssessmentStage.START, draft(TODAY, "family=none"));
    String form = TestPages.html(pages.get(Paths.edit(draft), TestRequest.by(CASEWORKER)));
    assertThat(form)
        .contains("name=\"case\" value=\"" + CASE + "\"", "name=\"stage\" value=\"start\"");
    needs.discard(CASEWORKER, draft.id(), draft.version());
    TestRequest mine = family(AssessmentStage.START, "severe").sending("version", "1");

    PageResponse.Page page =
        (PageResponse.Page)
            pages.post(Paths.read(draft), mine.sending("case", Long.toString(CASE)));

    assertThat(page.status()).isEqualTo(422);
    assertThat(TestPages.html(page))
        .contains("Somebody discarded this draft", SEVERE, "Sleeps badly")
        .contains("action=\"" + BEGIN + "\"");
    assertThatThrownBy(
            () ->
                pages.post(
                    Paths.read(draft),
                    family(AssessmentStage.START, "severe").sending("version", "1")))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(404));
    assertThat(pages.post(BEGIN, mine))
        .isEqualTo(PageResponse.redirect("/cases/1/needs", "Assessment saved"));
  }

  @Test
  void whatCannotBeBegunKeepsEveryWord() {
    begin(AssessmentStage.START, answers(TODAY, "family=none"));
    begin(AssessmentStage.END, answers(TODAY, "family=none"));

    PageResponse.Page page =
        (PageResponse.Page) pages.post(BEGIN, family(AssessmentStage.REVIEW, "severe"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(TestPages.html(page)).contains("Nothing comes after that.", SEVERE, "Sleeps badly");
  }
}
