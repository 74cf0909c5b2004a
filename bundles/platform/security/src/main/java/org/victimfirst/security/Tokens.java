package org.victimfirst.security;

import java.util.Optional;
import org.victimfirst.api.security.Actor;

/** Recognises bearer tokens: API tokens, and the token of the data folder's owner. */
public interface Tokens {
  /** Whose token it is; empty when it is unknown, revoked or expired. */
  Optional<Actor> authenticate(String token);
}
