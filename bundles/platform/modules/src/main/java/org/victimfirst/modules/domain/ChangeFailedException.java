package org.victimfirst.modules.domain;

/** A change cannot be done; the message says why, for people. */
public class ChangeFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says why. */
  public ChangeFailedException(String message) {
    super(message);
  }

  /** Says why, with the cause for the log. */
  public ChangeFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
