package org.victimfirst.intake.domain;

/** Names of the module's permissions. */
public final class Permissions {
  /** See imports and their problems. */
  public static final String READ = "intake:read";

  /** Import files. */
  public static final String IMPORT = "intake:import";

  private Permissions() {}
}
