package org.victimfirst.needs.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.victimfirst.api.security.Actor;

/**
 * One assessment of the needs in a case.
 *
 * @param id its id, 0 before it is stored
 * @param caseId the case
 * @param stage when in the case
 * @param place its place among the case's assessments, from 1, as they were begun
 * @param assessor who assessed
 * @param recordedAt when it was last saved; local time
 * @param recordedBy name of who saved it last, or an empty string for the legacy extract
 * @param answers what was filled in
 * @param version counts the changes; a change names the version that it was made from
 */
public record NeedsAssessment(
    long id,
    long caseId,
    AssessmentStage stage,
    int place,
    Assessor assessor,
    LocalDateTime recordedAt,
    String recordedBy,
    AssessmentAnswers answers,
    int version) {
  /**
   * Who assessed.
   *
   * @param login login name, or an empty string for the legacy extract
   * @param name name for people, or an empty string
   */
  public record Assessor(String login, String name) {
    /** The actor as assessor. */
    public static Assessor of(Actor actor) {
      return new Assessor(actor.login(), actor.displayName());
    }
  }

  /** Whether it is to be finished later. */
  public boolean draft() {
    return answers.draft();
  }

  /** The day on which the person was asked. */
  public LocalDate assessedOn() {
    return answers.assessedOn();
  }

  /** The same assessment with other answers, for saving. */
  public NeedsAssessment with(AssessmentAnswers changed, Actor by, LocalDateTime at) {
    return new NeedsAssessment(
        id, caseId, stage, place, assessor, at, by.displayName(), changed, version);
  }
}
