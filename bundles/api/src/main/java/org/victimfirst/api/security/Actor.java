package org.victimfirst.api.security;

import java.util.Set;

/**
 * Who acts: a person, a system with a token, or the platform itself.
 *
 * @param id the user's id, or 0 for the platform itself and the owner of the data folder
 * @param login name to sign in with; for a token, its owner's with the token's name, which nobody
 *     can sign in with
 * @param displayName name for people
 * @param kind what sort of actor
 * @param roles role codes
 * @param permissions permission names, already narrowed to the scope of a token
 */
public record Actor(
    long id,
    String login,
    String displayName,
    Kind kind,
    Set<String> roles,
    Set<String> permissions) {
  /** The platform itself, for work that nobody asked for, such as a migration. */
  public static final Actor SYSTEM =
      new Actor(0, "system", "Victim First", Kind.SYSTEM, Set.of(), Set.of());

  private static final String TOKEN = " (token ";

  /**
   * The login of what is done with a token.
   *
   * @param owner login of the token's owner
   * @param name of the token
   */
  public static String tokenLogin(String owner, String name) {
    return owner + TOKEN + name + ")";
  }

  /** What sort of actor. */
  public enum Kind {
    /** Somebody who signed in. */
    PERSON,
    /** A system that sent a token. */
    TOKEN,
    /** Whoever owns the data folder, through the launcher. */
    OWNER,
    /** The platform itself. */
    SYSTEM
  }

  /** Copies the sets. */
  public Actor {
    roles = Set.copyOf(roles);
    permissions = Set.copyOf(permissions);
  }

  /** The login that work is given to: with a token, its owner's. */
  public String ownLogin() {
    int token = kind == Kind.TOKEN ? login.indexOf(TOKEN) : -1;
    return token < 0 ? login : login.substring(0, token);
  }

  /** Whether the actor has the permission. */
  public boolean may(String permission) {
    return permissions.contains(permission);
  }

  /**
   * Refuses an actor without the permission.
   *
   * @throws AccessDeniedException when the permission is missing
   */
  public void require(String permission) {
    if (!may(permission)) {
      throw new AccessDeniedException(permission);
    }
  }
}
