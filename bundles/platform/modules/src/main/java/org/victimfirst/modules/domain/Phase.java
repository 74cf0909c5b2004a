package org.victimfirst.modules.domain;

/** How a module is. */
public enum Phase {
  /** At work. */
  RUNNING("Running"),
  /** On its way. */
  STARTING("Starting"),
  /** Installed, but not at work; the findings say why. */
  FAILED("Failed"),
  /** Being installed, updated or removed now. */
  CHANGING("Changing"),
  /** Not installed. */
  AVAILABLE("Available");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  /** One word for people. */
  public String words() {
    return words;
  }
}
