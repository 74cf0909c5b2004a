package org.victimfirst.api.persistence;

/**
 * Somebody else changed the same thing meanwhile. A page answers it by showing both versions and
 * keeping what was typed; a resource answers 412.
 */
public class StaleVersionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Names the kind of thing and its id; no personal data. */
  public StaleVersionException(String what, long id) {
    super(what + " " + id + " was changed by somebody else meanwhile");
  }
}
