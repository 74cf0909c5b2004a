package org.victimfirst.area;

/** An area bundle cannot be read. The message says which file, where in it, and what to do. */
class ProfileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong, in words. */
  ProfileException(String message) {
    super(message);
  }

  /** Says what is wrong, in words. */
  ProfileException(String message, Throwable cause) {
    super(message, cause);
  }
}
