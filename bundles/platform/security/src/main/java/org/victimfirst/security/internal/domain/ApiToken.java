package org.victimfirst.security.internal.domain;

import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.security.Actor;

/**
 * A token as it is stored: without its secret.
 *
 * @param ownerId the user whose rights it has, at most
 * @param scopes permission names that it is narrowed to
 * @param lastUsedAt null when never; written at most once a minute
 * @param revokedAt null while it is in force
 */
public record ApiToken(
    long id,
    String name,
    long ownerId,
    String ownerLogin,
    String ownerName,
    Set<String> scopes,
    LocalDateTime createdAt,
    LocalDateTime expiresAt,
    @Nullable LocalDateTime lastUsedAt,
    @Nullable LocalDateTime revokedAt) {
  /** How much of a name goes into what is recorded. */
  private static final int NAME = 30;

  /** Copies the scopes. */
  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  /**
   * Who did what was done with it: the owner's login and, so that nobody takes it for an act of
   * theirs in the console, the token's name.
   */
  public String login() {
    String label = name.length() > NAME ? name.substring(0, NAME) : name;
    return Actor.tokenLogin(ownerLogin, label);
  }

  /** Whether it works at a time. */
  public boolean inForce(LocalDateTime now) {
    return revokedAt == null && expiresAt.isAfter(now);
  }
}
