package org.victimfirst.needs.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.MapKey;
import javax.persistence.Table;
import javax.persistence.Version;
import org.victimfirst.needs.domain.AssessmentAnswers;
import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedRating;
import org.victimfirst.needs.domain.NeedsAssessment;

/** A row of {@code needs.assessment} with its ratings. It never leaves this package. */
@Entity
@Table(schema = "needs", name = "assessment")
public class AssessmentEntity {
  @Id private long id;

  @Column(name = "case_id")
  private long caseId;

  private int place;
  private String stage = "";

  @Column(name = "assessed_on")
  private LocalDate assessedOn = LocalDate.MIN;

  @Column(name = "recorded_at")
  private LocalDateTime recordedAt = LocalDateTime.MIN;

  @Column(name = "recorded_by")
  private String recordedBy = "";

  private String assessor = "";

  @Column(name = "assessor_name")
  private String assessorName = "";

  @Column(name = "contact_mode")
  private String contactMode = "";

  private String reason = "";

  @Column(name = "reason_note")
  private String reasonNote = "";

  private boolean draft;
  @Version private int version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(
      schema = "needs",
      name = "rating",
      joinColumns = @JoinColumn(name = "assessment_id"))
  @MapKey(name = "area")
  private Map<String, RatingEntry> ratings = new HashMap<>();

  /** For JPA. */
  protected AssessmentEntity() {}

  AssessmentEntity(long id, NeedsAssessment assessment) {
    this.id = id;
    caseId = assessment.caseId();
    place = assessment.place();
    stage = assessment.stage().code();
    assessor = assessment.assessor().login();
    assessorName = assessment.assessor().name();
    save(assessment);
  }

  /** Takes what a change may change. */
  final void save(NeedsAssessment assessment) {
    AssessmentAnswers answers = assessment.answers();
    recordedAt = assessment.recordedAt();
    recordedBy = assessment.recordedBy();
    assessedOn = answers.assessedOn();
    contactMode = answers.contactMode();
    reason = answers.reason();
    reasonNote = answers.reasonNote();
    draft = answers.draft();
    Set<String> areas =
        answers.ratings().stream().map(NeedRating::area).collect(Collectors.toSet());
    ratings.keySet().retainAll(areas);
    for (NeedRating rating : answers.ratings()) {
      ratings.computeIfAbsent(rating.area(), area -> new RatingEntry(rating)).answer(rating);
    }
  }

  NeedsAssessment toAssessment() {
    List<NeedRating> rated =
        ratings.values().stream()
            .map(RatingEntry::toRating)
            .sorted(java.util.Comparator.comparing(NeedRating::area))
            .toList();
    return new NeedsAssessment(
        id,
        caseId,
        AssessmentStage.of(stage)
            .orElseThrow(() -> new IllegalStateException("Unknown stage of assessment " + id)),
        place,
        new NeedsAssessment.Assessor(assessor, assessorName),
        recordedAt,
        recordedBy,
        new AssessmentAnswers(assessedOn, contactMode, reason, reasonNote, draft, rated),
        version);
  }

  int version() {
    return version;
  }
}
