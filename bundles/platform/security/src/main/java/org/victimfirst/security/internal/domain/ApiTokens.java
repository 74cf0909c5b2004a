package org.victimfirst.security.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.victimfirst.api.security.Call;

/**
 * Tokens for programs. People make their own; those of partner systems are made by whoever has
 * {@code security:users}. A token cannot make tokens.
 */
public interface ApiTokens {
  /** Longest life. */
  int MOST_DAYS = 365;

  /** One user's tokens, the newest first. */
  List<ApiToken> of(long ownerId);

  /** Everybody's tokens, the newest first. */
  List<ApiToken> all();

  /** What a token of this owner may be narrowed to: the owner's permissions now. */
  Set<String> possibleScopes(long ownerId);

  /**
   * Makes a token. Audited.
   *
   * @param ownerId the caller, or a partner system
   * @param name for people to tell it by
   * @param scopes permission names, at least one
   * @param lastDay last day on which it works, at most a year ahead
   * @throws RefusedException when a field is refused
   * @throws org.victimfirst.api.security.AccessDeniedException when the owner is another person
   */
  Created create(Call call, long ownerId, String name, Set<String> scopes, LocalDate lastDay);

  /**
   * Ends a token. Audited.
   *
   * @return false when there is none that the caller may know of
   */
  boolean revoke(Call call, long tokenId);

  /**
   * A token and its secret.
   *
   * @param secret what to send; seen once
   */
  record Created(ApiToken token, String secret) {
    @Override
    public String toString() {
      return "Created[" + token.id() + "]";
    }
  }
}
