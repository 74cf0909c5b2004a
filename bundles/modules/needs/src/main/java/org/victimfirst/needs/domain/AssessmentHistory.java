package org.victimfirst.needs.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The assessments of one case.
 *
 * @param caseId the case
 * @param assessments all of them, drafts too, in the order in which the person was asked
 */
public record AssessmentHistory(long caseId, List<NeedsAssessment> assessments) {
  private static final Comparator<NeedsAssessment> ORDER =
      Comparator.comparing(NeedsAssessment::assessedOn)
          .thenComparing(NeedsAssessment::stage)
          .thenComparing(NeedsAssessment::place);

  /** Puts them in order. */
  public AssessmentHistory {
    assessments = assessments.stream().sorted(ORDER).toList();
  }

  /** Those that are finished. */
  public List<NeedsAssessment> finished() {
    return assessments.stream().filter(assessment -> !assessment.draft()).toList();
  }

  /** The finished assessment of the start. */
  public Optional<NeedsAssessment> start() {
    return finished(AssessmentStage.START);
  }

  /** The finished assessment of the end. */
  public Optional<NeedsAssessment> end() {
    return finished(AssessmentStage.END);
  }

  /** The last finished assessment. */
  public Optional<NeedsAssessment> last() {
    return finished().stream().reduce((earlier, later) -> later);
  }

  /** The assessment that somebody means to finish later; there is one at most. */
  public Optional<NeedsAssessment> draft() {
    return assessments.stream().filter(NeedsAssessment::draft).findFirst();
  }

  /** The one that another of a stage would be the second of: a draft, the start or the end. */
  public Optional<NeedsAssessment> same(AssessmentStage stage) {
    return assessments.stream()
        .filter(one -> one.stage() == stage)
        .filter(one -> one.draft() || stage != AssessmentStage.REVIEW)
        .findFirst();
  }

  /** The finished assessments other than one. */
  public List<NeedsAssessment> others(long id) {
    return finished().stream().filter(assessment -> assessment.id() != id).toList();
  }

  /** The last finished assessment before a place: what a form shows beside each need. */
  public Optional<NeedsAssessment> before(int place) {
    return finished().stream()
        .filter(assessment -> assessment.place() < place)
        .reduce((earlier, later) -> later);
  }

  /** The place of the next one. */
  public int nextPlace() {
    return 1 + assessments.stream().mapToInt(NeedsAssessment::place).max().orElse(0);
  }

  /** The stages of which an assessment may be begun now; none while there is a draft. */
  public List<AssessmentStage> possible() {
    if (draft().isPresent() || end().isPresent()) {
      return List.of();
    }
    return start().isPresent()
        ? List.of(AssessmentStage.REVIEW, AssessmentStage.END)
        : List.of(AssessmentStage.START);
  }

  /** What changed from the start to the last finished assessment, once there are two. */
  public Optional<CaseChange> change(NeedScale scale) {
    Optional<NeedsAssessment> start = start();
    return start.flatMap(
        from ->
            last()
                .filter(to -> to.id() != from.id())
                .map(to -> CaseChange.between(from, to, scale)));
  }

  private Optional<NeedsAssessment> finished(AssessmentStage stage) {
    return finished().stream().filter(assessment -> assessment.stage() == stage).findFirst();
  }
}
