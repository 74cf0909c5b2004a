package org.victimfirst.persistence.schema;

import org.jspecify.annotations.Nullable;

/** A schema could not be brought up to date. The message is for people: what, where, what to do. */
public class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean newer;

  MigrationException(String message, boolean newer, @Nullable Throwable cause) {
    super(message, cause);
    this.newer = newer;
  }

  /** Whether the stored schema is newer than what this software knows. */
  public boolean newer() {
    return newer;
  }
}
