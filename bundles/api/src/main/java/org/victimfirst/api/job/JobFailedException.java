package org.victimfirst.api.job;

/** A job cannot be done; the message says what, where and what to do, for people. */
public class JobFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says why. */
  public JobFailedException(String message) {
    super(message);
  }
}
