package org.victimfirst.security.internal.domain;

import java.util.Set;

/**
 * A role.
 *
 * @param permissions names as stored, also of modules that are away
 * @param version counts the changes of its permissions
 */
public record Role(String code, String title, Set<String> permissions, int version) {
  /** Copies the permissions. */
  public Role {
    permissions = Set.copyOf(permissions);
  }
}
