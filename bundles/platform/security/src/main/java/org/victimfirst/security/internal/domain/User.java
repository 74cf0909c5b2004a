package org.victimfirst.security.internal.domain;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or a partner's system, that the platform knows.
 *
 * @param login name to sign in with, lower case
 * @param kind {@link #PERSON} or {@link #SYSTEM}
 * @param mustChangePassword whether the next sign-in asks for a new password
 * @param active whether signing in and tokens work
 * @param roles role codes, in the order of the roles
 * @param lastSignInAt null when never
 * @param version counts the changes
 */
public record User(
    long id,
    String login,
    String displayName,
    String kind,
    boolean mustChangePassword,
    boolean active,
    List<String> roles,
    LocalDateTime createdAt,
    @Nullable LocalDateTime lastSignInAt,
    int version) {
  /** Signs in with a password. */
  public static final String PERSON = "person";

  /** A partner's system: has tokens and no password. */
  public static final String SYSTEM = "system";

  /** Copies the roles. */
  public User {
    roles = List.copyOf(roles);
  }

  /** Whether it signs in with a password. */
  public boolean person() {
    return kind.equals(PERSON);
  }
}
