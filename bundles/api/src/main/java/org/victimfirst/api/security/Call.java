package org.victimfirst.api.security;

/**
 * One request: who, from where. Passed to whatever reads or writes personal data, so that the audit
 * can say it.
 *
 * @param actor who
 * @param origin the caller's network address, or {@code launcher}, {@code shell}, {@code job}
 * @param requestId a random id that the error page and the log share
 */
public record Call(Actor actor, String origin, String requestId) {
  /** A call by the platform itself. */
  public static Call system(String origin) {
    return new Call(Actor.SYSTEM, origin, "-");
  }
}
