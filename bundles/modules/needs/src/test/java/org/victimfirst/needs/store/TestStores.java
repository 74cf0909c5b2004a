package org.victimfirst.needs.store;

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
