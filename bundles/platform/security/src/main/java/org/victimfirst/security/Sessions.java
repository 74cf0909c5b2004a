package org.victimfirst.security;

import java.util.Optional;

/** Web sessions, kept in the database, so that any node may answer. */
public interface Sessions {
  /**
   * Tries to sign in. Wrong tries make the next one wait longer, per login and per address.
   *
   * @param origin the caller's network address
   */
  SignIn signIn(String login, String password, String origin);

  /**
   * The session of a cookie, and counts as use; empty when it is unknown, idle too long or over.
   */
  Optional<WebSession> find(String cookie);

  /**
   * The login of a session that ended because it was idle or over, while its row is still there: so
   * that what was typed is given back to the same person only.
   */
  Optional<String> loginOfEnded(String cookie);

  /** Ends a session. */
  void signOut(WebSession session);

  /** Turns "hide personal details" on or off. */
  void hidePersonalDetails(WebSession session, boolean hide);

  /**
   * Changes the password of the session's user and gives the session a new cookie.
   *
   * @return the new cookie, or why it was refused, in words
   */
  PasswordChange changePassword(WebSession session, String oldPassword, String newPassword);

  /** Minutes without use after which a session ends. */
  int idleMinutes();

  /** What became of a try to sign in. */
  sealed interface SignIn {
    /** Signed in; the cookie is new. */
    record Welcome(String cookie, WebSession session) implements SignIn {}

    /** Login or password is wrong, or the account is closed: which, is not said. */
    record Refused() implements SignIn {}

    /** Too many wrong tries: none is looked at for some seconds. */
    record Wait(long seconds) implements SignIn {}
  }

  /** What became of a change of password. */
  sealed interface PasswordChange {
    /** Done; the cookie is new. */
    record Changed(String cookie) implements PasswordChange {}

    /** Not done. */
    record NotChanged(String why) implements PasswordChange {}
  }
}
