package org.victimfirst.intake.domain;

import java.util.Locale;

/** Where an import stands. */
public enum ImportStatus {
  /** Received; the job has not begun. */
  WAITING,
  /** The job is at work, or goes on as soon as a node is there. */
  RUNNING,
  /** All files that could be loaded are loaded. */
  DONE,
  /** The job broke off; it can be started again and goes on where it was. */
  FAILED;

  /** As it is stored and sent: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a code. */
  public static ImportStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** Whether the job has ended, well or not. */
  public boolean ended() {
    return this == DONE || this == FAILED;
  }
}
