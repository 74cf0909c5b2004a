package org.victimfirst.security;

import org.victimfirst.api.security.Actor;

/**
 * A web session, as stored.
 *
 * @param key what identifies its row: the hash of the cookie, never the cookie
 * @param actor who, with the permissions in force now
 * @param csrfToken what every form that posts must carry
 * @param hidePersonalDetails whether personal details are to be left out
 * @param mustChangePassword whether nothing but the change of the password is allowed
 */
public record WebSession(
    String key,
    Actor actor,
    String csrfToken,
    boolean hidePersonalDetails,
    boolean mustChangePassword) {
  /** Name of the session's cookie. */
  public static final String COOKIE = "vf-session";
}
