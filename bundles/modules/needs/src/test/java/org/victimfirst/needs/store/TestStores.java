package org.victimfirst.needs.store;

import java.time.LocalDate;
import java.util.List;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.AssessmentStore;
import org.victimfirst.needs.domain.ClosedCaseFacts;
import org.victimfirst.needs.domain.LegacyAssessments;
import org.victimfirst.needs.domain.LegacySamples;
import org.victimfirst.needs.domain.NeedFact;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.ReviewsDue;
import org.victimfirst.needs.domain.SampleStore;
import org.victimfirst.needs.fixture.CaseFactTable;
import org.victimfirst.needs.fixture.TestCaseFacts;
import org.victimfirst.needs.fixture.TestNeeds;
import org.victimfirst.testing.TestDatabase;

/** The module's stores on a test database, put together as the platform does. */
public final class TestStores {
  private final TestDatabase test;

  /** The stores of a database. */
  public TestStores(TestDatabase test) {
    this.test = test;
  }

  /** Assessments. */
  public AssessmentStore assessments() {
    return new JpaAssessmentStore(
        test.jpa("needs"), test.ids(), test.audit(), () -> TestNeeds.PROFILE);
  }

  /** Assessments of the extract. */
  public LegacyAssessments legacyAssessments() {
    return new JdbcLegacyAssessments(test.database("needs"));
  }

  /** Samples of the extract. */
  public LegacySamples legacySamples() {
    return new JdbcLegacySamples(test.ids());
  }

  /** What reports count; needs a {@link CaseFactTable}. */
  public ClosedCaseFacts closedCaseFacts() {
    return new JdbcClosedCaseFacts();
  }

  /** Samples; needs a {@link CaseFactTable}. */
  public SampleStore samples() {
    return new JdbcSampleStore(
        test.database(), test.ids(), test.audit(), closedCaseFacts(), new TestCaseFacts());
  }

  /**
   * Samples beside three cases that qualify for one of April to June 2020, and four of which each
   * lacks one thing.
   */
  public SampleStore ofClosedCases() {
    LocalDate april = LocalDate.of(2020, 4, 1);
    LocalDate june = LocalDate.of(2020, 6, 30);
    CaseFactTable facts = new CaseFactTable(test.database());
    for (long caseId = 1; caseId <= 7; caseId++) {
      add(caseId, TestNeeds.answers(april, "family=" + (caseId == 3 ? "none" : "severe")));
      if (caseId != 4) {
        add(caseId, TestNeeds.answers(june, "family=mild"));
      }
      LocalDate closed = caseId == 6 ? null : caseId == 7 ? june.plusDays(1) : june;
      facts.add(caseId, closed, caseId == 5 ? "standard" : "enhanced");
    }
    return samples();
  }

  /** Reviews due; needs a {@link CaseFactTable}. */
  public ReviewsDue reviewsDue() {
    return new JdbcReviewsDue(test.database());
  }

  /** Assessments on a caller's connection. */
  public JdbcAssessmentRows rows() {
    return new JdbcAssessmentRows();
  }

  /** The facts of some cases. */
  public List<NeedFact> facts(Long... caseIds) {
    return test.database().read(connection -> NeedFacts.of(connection, List.of(caseIds)));
  }

  /** Stores the next assessment of a case, of whatever stage comes next. */
  public NeedsAssessment add(long caseId, AssessmentAnswers answers) {
    int place = assessments().ofCase(caseId).nextPlace();
    AssessmentStage stage = place == 1 ? AssessmentStage.START : AssessmentStage.END;
    NeedsAssessment one = TestNeeds.assessment(0, stage, place, answers);
    return assessments()
        .add(
            TestNeeds.CASEWORKER,
            "needs.assessment.finished",
            new NeedsAssessment(
                0,
                caseId,
                stage,
                place,
                one.assessor(),
                one.recordedAt(),
                one.recordedBy(),
                answers,
                0));
  }
}
