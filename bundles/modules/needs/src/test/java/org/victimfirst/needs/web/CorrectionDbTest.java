package org.victimfirst.needs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.TODAY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.NeedsAssessments;
import org.victimfirst.needs.domain.UseCases;
import org.victimfirst.needs.fixture.TestNeeds;
import org.victimfirst.needs.store.TestStores;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.TestCases;
import org.victimfirst.testing.TestDatabase;
import org.victimfirst.testing.TestPages;
import org.victimfirst.testing.TestRequest;

/** An assessment in which every need has the same level, corrected need by need. */
class CorrectionDbTest {
  private static final long CASE = 1;

  private final Map<String, List<String>> form = new HashMap<>();

  @OnEachDatabase
  void everyNeedIsCorrected(Dialect dialect) {
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      NeedsAssessments needs =
          UseCases.assessments(
              new TestStores(test).assessments(),
              new TestCases().open(CASE, TODAY.minusDays(30)),
              PROFILE,
              CLOCK);
      TestPages pages = new TestPages(new AssessmentPages(needs));
      List<String> areas = PROFILE.list("need_area").codes().stream().map(Code::code).toList();
      fill("stage", "start");
      fill("assessedOn", "9 July 2020");
      fill("contactMode", "phone");
      areas.forEach(area -> fill("need-" + area, "none"));
      saved(pages.post(Paths.tab(CASE) + "/new", sent()));

      for (String area : areas) {
        var stored = needs.ofCase(CASEWORKER, CASE).assessments().get(0);
        fill("version", Integer.toString(stored.version()));
        fill("need-" + area, "severe");
        saved(pages.post(Paths.read(stored), sent()));
      }

      assertThat(needs.ofCase(CASEWORKER, CASE).assessments())
          .singleElement()
          .satisfies(
              one -> assertThat(areas).allMatch(a -> one.answers().level(a).equals("severe")));
    }
  }

  @OnEachDatabase
  void aLevelOfANeedThatIsAskedNoMoreStays(Dialect dialect) {
    AreaProfile later =
        TestNeeds.profile(lists -> lists.replaceAll("(?m)^need_area,family,.*\\R", ""));
    try (TestDatabase test = TestDatabase.open(dialect, "needs")) {
      var stores = new TestStores(test).assessments();
      TestCases open = new TestCases().open(CASE, TODAY.minusDays(30));
      NeedsAssessment stored =
          UseCases.assessments(stores, open, PROFILE, CLOCK)
              .begin(
                  CASEWORKER,
                  CASE,
                  AssessmentStage.START,
                  TestNeeds.answers(TODAY, "family=severe", "shelter_and_accommodation=mild"));
      NeedsAssessments needs = UseCases.assessments(stores, open, later, CLOCK);
      fill("stage", "start");
      fill("assessedOn", "9 July 2020");
      fill("contactMode", "phone");
      fill("version", Integer.toString(stored.version()));
      fill("need-shelter_and_accommodation", "none");

      saved(new TestPages(new AssessmentPages(needs)).post(Paths.read(stored), sent()));

      AssessmentAnswers now = needs.ofCase(CASEWORKER, CASE).assessments().get(0).answers();
      assertThat(now.level("family")).isEqualTo("severe");
      assertThat(now.level("shelter_and_accommodation")).isEqualTo("none");
    }
  }

  private void fill(String field, String value) {
    form.put(field, List.of(value));
  }

  private TestRequest sent() {
    return TestRequest.by(CASEWORKER).sending(Map.copyOf(form));
  }

  private static void saved(PageResponse answer) {
    assertThat(answer).isEqualTo(PageResponse.redirect(Paths.tab(CASE), "Assessment saved"));
  }
}
