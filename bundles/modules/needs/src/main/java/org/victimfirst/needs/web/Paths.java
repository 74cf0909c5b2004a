package org.victimfirst.needs.web;

import org.victimfirst.needs.domain.AssessmentStage;
import org.victimfirst.needs.domain.NeedsAssessment;

/** Addresses of the module's pages. */
final class Paths {
  static final String BEGIN = "/cases/{caseId}/needs/new";
  static final String ASSESSMENT = "/needs/assessments/{id}";
  static final String EDIT = ASSESSMENT + "/edit";
  static final String DISCARD = ASSESSMENT + "/discard";
  static final String REVIEWS = "/needs/reviews";
  static final String CHANGES = "/needs/changes";
  static final String SAMPLES = "/needs/samples";
  static final String SAMPLE = SAMPLES + "/{id}";

  private Paths() {}

  static String tab(long caseId) {
    return "/cases/" + caseId + "/" + NeedsTab.KEY;
  }

  static String begin(long caseId, AssessmentStage stage) {
    return tab(caseId) + "/new?stage=" + stage.code();
  }

  /** The same form with the levels of the last assessment chosen. */
  static String begin(NeedsAssessment last, AssessmentStage stage) {
    return begin(last.caseId(), stage) + "&" + AssessmentForm.FROM + "=" + last.id();
  }

  static String read(NeedsAssessment assessment) {
    return "/needs/assessments/" + assessment.id();
  }

  static String edit(NeedsAssessment assessment) {
    return read(assessment) + "/edit";
  }

  static String discard(NeedsAssessment assessment) {
    return read(assessment) + "/discard";
  }

  static String sample(long id) {
    return SAMPLES + "/" + id;
  }
}
