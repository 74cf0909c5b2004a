package org.victimfirst.launcher;

/** Something that the person at the keyboard has to know; the message is all that they see. */
final class LauncherException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LauncherException(String message) {
    super(message);
  }
}
