package org.victimfirst.security.internal.rest;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.Versioned;
import org.victimfirst.security.internal.domain.User;

/**
 * A user as a caller sees it.
 *
 * @param password seen once, when it was just made; else left out
 */
record UserView(
    String id,
    String login,
    String displayName,
    String kind,
    List<String> roles,
    boolean active,
    boolean mustChangePassword,
    LocalDateTime createdAt,
    @Nullable LocalDateTime lastSignInAt,
    int version,
    @Nullable String password)
    implements Versioned {
  static UserView of(User user) {
    return of(user, "");
  }

  static UserView of(User user, String password) {
    return new UserView(
        Long.toString(user.id()),
        user.login(),
        user.displayName(),
        user.kind(),
        user.roles(),
        user.active(),
        user.mustChangePassword(),
        user.createdAt(),
        user.lastSignInAt(),
        user.version(),
        password.isEmpty() ? null : password);
  }
}
