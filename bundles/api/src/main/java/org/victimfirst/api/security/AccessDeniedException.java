package org.victimfirst.api.security;

/** The actor lacks a permission. Answered as 403 with the permission's title. */
public class AccessDeniedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String permission;

  /** Names the permission that is missing. */
  public AccessDeniedException(String permission) {
    super("Permission " + permission + " is missing");
    this.permission = permission;
  }

  /** The permission that is missing. */
  public String permission() {
    return permission;
  }
}
