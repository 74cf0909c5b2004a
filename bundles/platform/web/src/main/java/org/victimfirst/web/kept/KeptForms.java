package org.victimfirst.web.kept;

import java.util.Optional;

/** Keeps forms that arrived when their session had ended, for an hour. */
public interface KeptForms {
  /** How long a form is kept. */
  int SECONDS = 3600;

  /**
   * Keeps a form for a person.
   *
   * @return the token that opens it; empty when it is too large or must not be kept
   */
  Optional<String> keep(String login, KeptForm form);

  /** The form that a token opens, if it is this person's and still there. */
  Optional<KeptForm> find(String token, String login);

  /** Forgets a form. */
  void forget(String token);
}
