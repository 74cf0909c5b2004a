package org.victimfirst.security.internal.domain;

import java.util.Collection;
import java.util.Optional;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Call;

/**
 * The people and systems that the platform knows. Every change needs {@code security:users} and is
 * audited; what a form or a caller got wrong is thrown as {@link RefusedException}.
 */
public interface People {
  /**
   * Users by display name.
   *
   * @param search part of a login or name, or an empty string for all
   */
  Paged<User> list(String search, int page, int size);

  /** One user. */
  Optional<User> find(long id);

  /** The user who signs in with this login, as it was typed. */
  Optional<User> findByLogin(String login);

  /**
   * Adds somebody. A person gets a password to begin with, that is seen once and must be changed.
   */
  Added add(Call call, Draft draft);

  /**
   * Changes name, roles and whether the account is active.
   *
   * @param version the version that the caller has seen
   * @throws org.victimfirst.api.persistence.StaleVersionException when it is another one by now
   */
  User change(Call call, long id, int version, Draft draft);

  /** Gives a new password that is seen once and must be changed, and ends the person's sessions. */
  Added resetPassword(Call call, long id);

  /**
   * What somebody typed.
   *
   * @param login for a new user; a change leaves it as it is
   * @param kind for a new user: {@link User#PERSON} or {@link User#SYSTEM}
   */
  record Draft(
      String login, String displayName, String kind, Collection<String> roles, boolean active) {}

  /**
   * A user and the password to begin with.
   *
   * @param password seen once; an empty string for a system
   */
  record Added(User user, String password) {
    @Override
    public String toString() {
      return "Added[" + user.id() + "]";
    }
  }
}
