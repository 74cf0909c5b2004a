package org.victimfirst.web;

/** Names of the console's own permissions. */
public final class ConsolePermissions {
  /** See which addresses the console has. */
  public static final String PAGES = "web:pages";

  private ConsolePermissions() {}
}
