package org.victimfirst.api.web;

/**
 * One address of the console.
 *
 * @param method {@code GET} or {@code POST}
 * @param path such as {@code /needs/assessments/{id}}; a name in braces takes one segment, and
 *     {@code {name:regex}} one that fits
 * @param permission the permission that it needs, {@link #SIGNED_IN} or {@link #PUBLIC}
 * @param handler answers it
 */
public record Route(String method, String path, String permission, PageHandler handler) {
  /** For everybody who has signed in. */
  public static final String SIGNED_IN = "*signed-in";

  /** For everybody. */
  public static final String PUBLIC = "*public";

  /** A page that is read. */
  public static Route get(String path, String permission, PageHandler handler) {
    return new Route("GET", path, permission, handler);
  }

  /** An act. The shell has checked the CSRF token before the handler sees it. */
  public static Route post(String path, String permission, PageHandler handler) {
    return new Route("POST", path, permission, handler);
  }
}
