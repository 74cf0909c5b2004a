package org.victimfirst.api.security;

import java.util.Set;

/**
 * A right that a role may have.
 *
 * @param name {@code module:verb}, such as {@code needs:assess}
 * @param title what it allows, in words for the People and roles page
 * @param defaultRoles codes of the roles ({@link Roles}) that have it when it is first seen; an
 *     administrator may change that later
 */
public record Permission(String name, String title, Set<String> defaultRoles) {
  /** Checks the name's form. */
  public Permission {
    if (!name.matches("[a-z][a-z0-9-]*:[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("A permission is named module:verb, not " + name);
    }
    defaultRoles = Set.copyOf(defaultRoles);
  }

  /** A permission that the named roles have by default. */
  public static Permission of(String name, String title, String... defaultRoles) {
    return new Permission(name, title, Set.of(defaultRoles));
  }
}
