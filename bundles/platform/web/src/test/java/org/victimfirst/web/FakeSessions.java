package org.victimfirst.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.victimfirst.api.security.Actor;
import org.victimfirst.security.Sessions;
import org.victimfirst.security.WebSession;

/** Sessions in memory, by the rules of the real ones: what the shell needs, nothing more. */
final class FakeSessions implements Sessions {
  static final String PASSWORD = "four words are enough";

  private final AtomicInteger number = new AtomicInteger();
  private final Map<String, WebSession> open = new ConcurrentHashMap<>();
  private final Map<String, String> ended = new ConcurrentHashMap<>();
  private final Set<String> permissions;
  volatile long wait;
  volatile boolean mustChange;

  FakeSessions(String... permissions) {
    this.permissions = Set.of(permissions);
  }

  /** Lets all sessions end, as if nobody had used them for long. */
  void endAll() {
    open.forEach((cookie, session) -> ended.put(cookie, session.actor().login()));
    open.clear();
  }

  @Override
  public SignIn signIn(String login, String password, String origin) {
    if (wait > 0) {
      return new SignIn.Wait(wait);
    }
    if (!password.equals(PASSWORD)) {
      return new SignIn.Refused();
    }
    Actor actor =
        new Actor(7, login, "Priya Nair", Actor.Kind.PERSON, Set.of("caseworker"), permissions);
    String cookie = "cookie" + number.incrementAndGet();
    WebSession session = new WebSession(cookie, actor, "csrf-" + cookie, false, mustChange);
    open.put(cookie, session);
    return new SignIn.Welcome(cookie, session);
  }

  @Override
  public Optional<WebSession> find(String cookie) {
    return Optional.ofNullable(open.get(cookie));
  }

  @Override
  public Optional<String> loginOfEnded(String cookie) {
    return Optional.ofNullable(ended.get(cookie));
  }

  @Override
  public void signOut(WebSession session) {
    open.remove(session.key());
  }

  @Override
  public void hidePersonalDetails(WebSession s, boolean hide) {
    open.put(
        s.key(), new WebSession(s.key(), s.actor(), s.csrfToken(), hide, s.mustChangePassword()));
  }

  @Override
  public PasswordChange changePassword(WebSession s, String oldPassword, String newPassword) {
    if (!oldPassword.equals(PASSWORD)) {
      return new PasswordChange.NotChanged("Enter your password as it is now");
    }
    open.remove(s.key());
    String cookie = "cookie" + number.incrementAndGet();
    open.put(cookie, new WebSession(cookie, s.actor(), "csrf-" + cookie, false, false));
    return new PasswordChange.Changed(cookie);
  }

  @Override
  public int idleMinutes() {
    return 10;
  }
}
