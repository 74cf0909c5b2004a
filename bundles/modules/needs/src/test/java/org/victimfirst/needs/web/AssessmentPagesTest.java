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
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;
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

class AssessmentPagesTest {
  private static final long CASE = 1;
  private static final String SEVERE = "value=\"severe\" checked";

  private static final String REASON = PROFILE.list("review_reason").codes().get(0).code();
  private static final String BEGIN = Paths.tab(CASE) + "/new";

  private final MemoryStore store = new MemoryStore();
  private final NeedsAssessments needs =
      UseCases.assessments(
          store,
          new TestCases()
              .open(CASE, TODAY.minusDays(30))
              .closed(2, TODAY.minusDays(30), TODAY.minusDays(1)),
          PROFILE,
          CLOCK);
  private final TestPages pages = new TestPages(new AssessmentPages(needs));

  @Test
  void blankFormAsksEveryNeedAndChoosesNothing() throws Exception {
    String html = html(get(BEGIN, asked().asking("stage", "start")));

    assertThat(html)
        .contains("<h1 class=\"govuk-heading-l\">Needs assessment: start</h1>")
        .contains("Personal Safety", "Any Other Issues")
        .contains("name=\"_csrf\"")
        .contains("name=\"stage\" value=\"start\"")
        .contains("9 July 2020")
        .doesNotContain(" checked");
    assertThat(html.split("<fieldset class=\"vf-need\"", -1)).hasSize(11);
  }

  @Test
  void reviewShowsTheLastLevelsAndAsksWhy() throws Exception {
    begin(AssessmentStage.START, answers(TODAY.minusDays(3), "family=severe"));

    String html = html(get(BEGIN, asked().asking("stage", "review")));

    assertThat(html)
        .contains("Start: " + PROFILE.list("need_level").label("severe"))
        .contains("Why the needs are reviewed")
        .doesNotContain(" checked");
  }

  @Test
  void stageThatIsNotPossibleLeadsBackToTheTab() throws Exception {
    assertThat(get(BEGIN, asked().asking("stage", "end")))
        .isEqualTo(PageResponse.redirect("/cases/1/needs"));
    assertThatThrownBy(() -> get(BEGIN, asked().asking("stage", "middle")))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void savedAssessmentIsStoredAndShown() throws Exception {
    PageResponse answer =
        post(
            BEGIN,
            asked()
                .sending("stage", "start")
                .sending("assessedOn", "4/7/2020")
                .sending("contactMode", "phone")
                .sending("need-family", "severe")
                .sending("note-family", "Sleeps badly"));

    assertThat(answer).isEqualTo(PageResponse.redirect("/cases/1/needs", "Assessment saved"));
    NeedsAssessment saved = store.ofCase(CASE).start().orElseThrow();
    assertThat(saved.assessedOn()).isEqualTo(TODAY.withDayOfMonth(4));
    assertThat(saved.answers().ratings())
        .containsExactly(new NeedRating("family", "severe", "Sleeps badly"));
    String html = html(get(Paths.read(saved), asked()));
    assertThat(html).contains("Sleeps badly", "By phone", "Alex Example", "4 July 2020");
    assertThat(html(get(Paths.read(saved), asked().hiding())))
        .doesNotContain("Sleeps badly")
        .contains("Hidden");
  }

  @Test
  void refusedFormKeepsEveryWordAndSaysWhatIsWrong() throws Exception {
    PageResponse.Page page =
        (PageResponse.Page)
            post(
                BEGIN,
                asked()
                    .sending("stage", "start")
                    .sending("assessedOn", "10 July 2020")
                    .sending("need-family", "severe")
                    .sending("note-family", "<b>Sleeps badly</b>"));

    assertThat(page.status()).isEqualTo(422);
    assertThat(html(page))
        .contains("govuk-error-summary")
        .contains("href=\"#assessedOn\"", "Enter a date that is not in the future.")
        .contains("href=\"#contactMode\"", "Choose how you were in contact.")
        .contains(SEVERE)
        .contains("&lt;b&gt;Sleeps badly&lt;/b&gt;")
        .contains("10 July 2020");
    assertThat(store.acts()).isEmpty();
  }

  @Test
  void dateThatCannotBeReadIsSaidAtItsField() throws Exception {
    PageResponse page =
        post(
            BEGIN,
            asked()
                .sending("stage", "start")
                .sending("assessedOn", "31 June 2020")
                .sending("need-family", "severe"));

    assertThat(html(page))
        .contains("Enter a day that exists, like 9 July 2020")
        .contains("31 June 2020")
        .contains(SEVERE);
  }

  @Test
  void draftIsFinishedLaterWithWhatWasSaved() throws Exception {
    PageResponse answer =
        post(
            BEGIN,
            asked()
                .sending("stage", "start")
                .sending("assessedOn", "9 July 2020")
                .sending("need-family", "severe")
                .sending("draft", "1"));
    assertThat(answer).isEqualTo(PageResponse.redirect("/cases/1/needs", "Draft saved"));
    NeedsAssessment draft = store.ofCase(CASE).draft().orElseThrow();

    String html = html(get(Paths.edit(draft), asked()));
    assertThat(html)
        .contains(SEVERE)
        .contains("name=\"version\" value=\"" + draft.version() + "\"")
        .contains("Discard this draft");

    assertThat(change(draft, draft.version(), "mild"))
        .isEqualTo(PageResponse.redirect("/cases/1/needs", "Assessment saved"));
    assertThat(store.ofCase(CASE).start()).isPresent();
  }

  @Test
  void conflictShowsBothVersionsAndTheNextSaveReplacesWhatIsStored() throws Exception {
    NeedsAssessment draft = begin(AssessmentStage.START, draft(TODAY, "family=none"));
    NeedsAssessment theirs =
        needs.change(CASEWORKER, draft.id(), draft.version(), draft(TODAY, "family=moderate"));

    PageResponse.Page page = (PageResponse.Page) change(draft, draft.version(), "severe");

    assertThat(page.status()).isEqualTo(422);
    assertThat(html(page))
        .contains("Two versions", "Alex Example saved this")
        .contains(PROFILE.list("need_level").label("moderate"))
        .contains(SEVERE)
        .contains("name=\"version\" value=\"" + theirs.version() + "\"");

    change(draft, theirs.version(), "severe");
    assertThat(store.find(draft.id()).orElseThrow().answers().level("family")).isEqualTo("severe");
  }

  @Test
  void unreadFormOfAnOldVersionStaysOld() throws Exception {
    NeedsAssessment draft = begin(AssessmentStage.START, draft(TODAY, "family=none"));
    needs.change(CASEWORKER, draft.id(), draft.version(), draft(TODAY, "family=moderate"));

    PageResponse page =
        post(
            Paths.read(draft),
            asked()
                .sending("version", Integer.toString(draft.version()))
                .sending("assessedOn", "soon"));

    assertThat(html(page)).contains("name=\"version\" value=\"" + draft.version() + "\"");
  }

  @Test
  void notesThatWereNotShownStay() throws Exception {
    AssessmentAnswers noted =
        new AssessmentAnswers(
            TODAY, "", "", "", true, List.of(new NeedRating("family", "none", "Sleeps badly")));
    NeedsAssessment draft = begin(AssessmentStage.START, noted);

    String html = html(get(Paths.edit(draft), asked().hiding()));
    assertThat(html).doesNotContain("Sleeps badly");
    change(draft, draft.version(), "severe");

    assertThat(store.find(draft.id()).orElseThrow().answers().rating("family"))
        .contains(new NeedRating("family", "severe", "Sleeps badly"));
  }

  @Test
  void whyItIsReviewedInWordsIsLeftOutAndStays() throws Exception {
    begin(AssessmentStage.START, answers(TODAY.minusDays(3), "family=severe"));
    NeedsAssessment review =
        begin(
            AssessmentStage.REVIEW,
            new AssessmentAnswers(
                TODAY, "phone", REASON, "Her brother is back", true, List.of(none())));

    assertThat(html(get(Paths.edit(review), asked()))).contains("Her brother is back");
    assertThat(html(get(Paths.edit(review), asked().hiding())))
        .doesNotContain("Her brother is back")
        .doesNotContain("name=\"reasonNote\"")
        .contains("Notes, and more about why, are left out");
    TestRequest changed =
        asked()
            .hiding()
            .sending("version", Integer.toString(review.version()))
            .sending("assessedOn", "soon")
            .sending("contactMode", "phone")
            .sending("reason", REASON)
            .sending("need-family", "severe");
    assertThat(html(post(Paths.read(review), changed))).doesNotContain("Her brother is back");
    post(Paths.read(review), changed.sending("assessedOn", "9 July 2020"));

    AssessmentAnswers saved = store.find(review.id()).orElseThrow().answers();
    assertThat(saved.level("family")).isEqualTo("severe");
    assertThat(saved.reasonNote()).isEqualTo("Her brother is back");
  }

  @Test
  void whyItIsReviewedInWordsCanBeTakenAway() throws Exception {
    begin(AssessmentStage.START, answers(TODAY.minusDays(3), "family=severe"));
    NeedsAssessment review =
        begin(
            AssessmentStage.REVIEW,
            new AssessmentAnswers(
                TODAY, "phone", REASON, "Her brother is back", true, List.of(none())));

    post(
        Paths.read(review),
        asked()
            .sending("version", Integer.toString(review.version()))
            .sending("assessedOn", "9 July 2020")
            .sending("contactMode", "phone")
            .sending("reason", REASON)
            .sending("reasonNote", "")
            .sending("need-family", "severe"));

    assertThat(store.find(review.id()).orElseThrow().answers().reasonNote()).isEmpty();
  }

  private static NeedRating none() {
    return new NeedRating("family", "none", "");
  }

  @Test
  void draftIsDiscardedAfterAQuestion() throws Exception {
    NeedsAssessment draft = begin(AssessmentStage.START, draft(TODAY, "family=none"));

    assertThat(html(get(Paths.discard(draft), asked())))
        .contains("cannot be brought back", "Discard draft");
    PageResponse answer =
        post(Paths.discard(draft), asked().sending("version", Integer.toString(draft.version())));

    assertThat(answer).isEqualTo(PageResponse.redirect("/cases/1/needs", "Draft discarded"));
    assertThat(store.find(draft.id())).isEmpty();
  }

  @Test
  void everyRouteNeedsAPermissionOfTheModule() {
    assertThat(pages.routes())
        .extracting(Route::permission)
        .containsOnly("needs:read", "needs:assess");
  }

  private NeedsAssessment begin(AssessmentStage stage, AssessmentAnswers answers) {
    return needs.begin(CASEWORKER, CASE, stage, answers);
  }

  private PageResponse change(NeedsAssessment assessment, int version, String family)
      throws Exception {
    return post(
        Paths.read(assessment),
        asked()
            .sending("version", Integer.toString(version))
            .sending("assessedOn", "9 July 2020")
            .sending("contactMode", "phone")
            .sending("need-family", family));
  }

  private static TestRequest asked() {
    return TestRequest.by(CASEWORKER);
  }

  private PageResponse get(String address, TestRequest request) {
    return pages.get(address, request);
  }

  private PageResponse post(String address, TestRequest request) {
    return pages.post(address, request);
  }

  private static String html(PageResponse response) {
    return TestPages.html(response);
  }
}
