package org.victimfirst.persistence;

/** A backup was not restored, and nothing was changed. The message is for people. */
public class RestoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says why, and what to do. */
  public RestoreException(String message) {
    super(message);
  }

  /** Says why, and what to do. */
  public RestoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
