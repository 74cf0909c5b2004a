package org.victimfirst.needs.domain;

import java.util.Arrays;
import java.util.Optional;

/** When in a case needs are assessed. Labels are in the profile's list {@link #LIST}. */
public enum AssessmentStage {
  /** Once, when support begins. */
  START("start"),
  /** Any number of times between start and end. */
  REVIEW("review"),
  /** Once, when support ends. */
  END("end");

  /** Name of the list with the labels. */
  public static final String LIST = "assessment_stage";

  private final String code;

  AssessmentStage(String code) {
    this.code = code;
  }

  /** The stage of a code. */
  public static Optional<AssessmentStage> of(String code) {
    return Arrays.stream(values()).filter(stage -> stage.code.equals(code)).findFirst();
  }

  /** Its code, as stored and as in the extract. */
  public String code() {
    return code;
  }
}
