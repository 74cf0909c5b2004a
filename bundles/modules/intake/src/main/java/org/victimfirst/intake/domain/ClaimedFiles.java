package org.victimfirst.intake.domain;

/** The files that the installed modules claim. */
public interface ClaimedFiles {
  /** Whether somebody takes files of that name. */
  boolean takes(String file);
}
