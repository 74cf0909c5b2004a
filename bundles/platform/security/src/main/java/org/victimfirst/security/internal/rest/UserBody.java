package org.victimfirst.security.internal.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.User;

/**
 * A user as a caller sends it.
 *
 * @param login for a new user only
 * @param displayName name for people
 * @param kind for a new user only: {@code person}, if it is left out, or {@code system}
 * @param roles role codes
 * @param active whether signing in works; for a new user true if it is left out
 */
record UserBody(
    @Nullable String login,
    @Nullable String displayName,
    @Nullable String kind,
    @Nullable List<String> roles,
    @Nullable Boolean active) {
  People.Draft draft() {
    return new People.Draft(
        login == null ? "" : login,
        displayName == null ? "" : displayName,
        kind == null ? User.PERSON : kind,
        roles == null ? List.of() : roles,
        active == null || active);
  }

  /**
   * The change of a user that is there.
   *
   * @throws ProblemException when it does not say whether the account is open: nobody who left
   *     comes back by a change of their name
   */
  People.Draft change() {
    if (active == null) {
      throw ProblemException.field(
          "active", "active_missing", "Say whether the account is open: true or false.");
    }
    return draft();
  }
}
