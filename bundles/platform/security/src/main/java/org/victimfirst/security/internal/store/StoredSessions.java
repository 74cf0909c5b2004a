package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.Sessions;
import org.victimfirst.security.WebSession;
import org.victimfirst.security.internal.domain.PasswordHash;
import org.victimfirst.security.internal.domain.PasswordRules;
import org.victimfirst.security.internal.domain.PermissionCatalog;
import org.victimfirst.security.internal.domain.Secret;
import org.victimfirst.security.internal.jdbc.Sql;

/** Sessions as rows. The cookie is 256 random bits; the row knows only its hash. */
@Component(configurationPid = "org.victimfirst.security")
public class StoredSessions implements Sessions {
  /** How long an ended session's row is kept, to give back what was typed to the same person. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final String CONSOLE = "console";

  /** Tried when a login is unknown, so that the answer takes as long as for a known one. */
  private final String nobodysHash = PasswordHash.ofNobody();

  private final Database database;
  private final PermissionCatalog catalog;
  private final Audit audit;
  private final FirstStart firstStart;
  private final SessionLimits limits;
  private final Clock clock;
  private final DelayTable delays;

  /** Wired by Declarative Services. */
  @Activate
  public StoredSessions(
      @Reference(target = "(victimfirst.module=security)") Database database,
      @Reference PermissionCatalog catalog,
      @Reference Audit audit,
      @Reference FirstStart firstStart,
      SessionSettings settings) {
    this(
        database,
        catalog,
        audit,
        firstStart,
        SessionLimits.of(settings),
        Clock.system(ZoneId.of("Europe/London")));
  }

  StoredSessions(
      Database database,
      PermissionCatalog catalog,
      Audit audit,
      FirstStart firstStart,
      SessionLimits limits,
      Clock clock) {
    this.database = database;
    this.catalog = catalog;
    this.audit = audit;
    this.firstStart = firstStart;
    this.limits = limits;
    this.clock = clock;
    this.delays = new DelayTable(database, clock);
  }

  @Override
  public SignIn signIn(String login, String password, String origin) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    String loginKey = DelayTable.ofLogin(name);
    String originKey = DelayTable.ofOrigin(origin);
    long wait = delays.secondsToWait(loginKey, originKey);
    if (wait > 0) {
      return new SignIn.Wait(wait);
    }
    delays.count(loginKey);
    Optional<UserTable.Credentials> known =
        database.read(connection -> new UserTable(connection).credentials(name));
    if (!right(known, password)) {
      delays.count(originKey);
      long id = known.map(UserTable.Credentials::id).orElse(0L);
      audit.record(
          new Call(Actor.SYSTEM, origin, "-"), "security.sign-in.refused", "user", id, Map.of());
      return new SignIn.Refused();
    }
    delays.forget(List.of(loginKey, originKey));
    return welcome(known.orElseThrow(), password, origin);
  }

  private boolean right(Optional<UserTable.Credentials> known, String password) {
    String stored = known.map(UserTable.Credentials::passwordHash).orElse(nobodysHash);
    boolean matches = PasswordHash.matches(password, stored);
    return matches && known.isPresent() && known.get().active();
  }

  private SignIn welcome(UserTable.Credentials user, String password, String origin) {
    String cookie = Secret.random();
    String key = Secret.hash(cookie);
    long now = clock.millis();
    String stored = user.passwordHash();
    String stronger =
        stored != null && PasswordHash.outdated(stored) ? PasswordHash.of(password) : "";
    Set<String> installed = catalog.installed();
    WebSession session =
        database.write(
            connection -> {
              UserTable users = new UserTable(connection);
              SessionTable sessions = new SessionTable(connection);
              sessions.deleteUnusedSince(now - limits.idle().plus(KEPT).toMillis());
              sessions.insert(key, user.id(), now, now, false);
              users.signedIn(user.id(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS));
              if (!stronger.isEmpty()) {
                users.strengthen(user.id(), stronger);
              }
              Actor actor =
                  Rights.of(connection, user.id(), installed)
                      .person(user.id(), user.login(), user.displayName());
              audit.record(
                  connection,
                  new Call(actor, origin, "-"),
                  "security.sign-in.done",
                  "user",
                  user.id(),
                  Map.of());
              return new WebSession(key, actor, csrf(cookie), false, user.mustChangePassword());
            });
    return new SignIn.Welcome(cookie, session);
  }

  @Override
  public Optional<WebSession> find(String cookie) {
    String key = Secret.hash(cookie);
    long now = clock.millis();
    Set<String> installed = catalog.installed();
    record Found(SessionTable.Row row, WebSession session) {}
    Optional<Found> found =
        database.read(
            connection -> {
              Optional<SessionTable.Row> row = new SessionTable(connection).find(key);
              if (row.isEmpty() || !alive(row.get(), now)) {
                return Optional.empty();
              }
              SessionTable.Row r = row.get();
              Actor actor =
                  Rights.of(connection, r.userId(), installed)
                      .person(r.userId(), r.login(), r.displayName());
              return Optional.of(
                  new Found(
                      r,
                      new WebSession(
                          key, actor, csrf(cookie), r.hideDetails(), r.mustChangePassword())));
            });
    if (found.isPresent() && limits.worthWriting(found.get().row().lastUsed(), now)) {
      write(sessions -> sessions.used(key, now));
    }
    return found.map(Found::session);
  }

  private boolean alive(SessionTable.Row row, long now) {
    return row.active() && !limits.over(row.began(), row.lastUsed(), now);
  }

  @Override
  public Optional<String> loginOfEnded(String cookie) {
    String key = Secret.hash(cookie);
    long now = clock.millis();
    return database
        .read(connection -> new SessionTable(connection).find(key))
        .filter(row -> row.active() && limits.over(row.began(), row.lastUsed(), now))
        .map(SessionTable.Row::login);
  }

  @Override
  public void signOut(WebSession session) {
    Sql.change(
        database,
        connection -> {
          if (new SessionTable(connection).delete(session.key()) > 0) {
            record(connection, session, "security.sign-out.done");
          }
        });
  }

  @Override
  public void hidePersonalDetails(WebSession session, boolean hide) {
    write(sessions -> sessions.hide(session.key(), hide));
  }

  @Override
  public PasswordChange changePassword(WebSession session, String oldPassword, String newPassword) {
    Actor actor = session.actor();
    String loginKey = DelayTable.ofLogin(actor.login());
    long wait = delays.secondsToWait(loginKey);
    if (wait > 0) {
      return new PasswordChange.NotChanged("Wait " + wait + " seconds, then try again");
    }
    delays.count(loginKey);
    Optional<UserTable.Credentials> known =
        database.read(connection -> new UserTable(connection).credentials(actor.login()));
    if (!right(known, oldPassword)) {
      return new PasswordChange.NotChanged("Enter your password as it is now");
    }
    delays.forget(List.of(loginKey));
    Optional<String> refusal = PasswordRules.refusal(newPassword, actor.login());
    if (refusal.isPresent()) {
      return new PasswordChange.NotChanged(refusal.get());
    }
    if (newPassword.equals(oldPassword)) {
      return new PasswordChange.NotChanged("Choose a password that differs from the one you have");
    }
    return store(session, newPassword);
  }

  private PasswordChange store(WebSession session, String newPassword) {
    Actor actor = session.actor();
    String hash = PasswordHash.of(newPassword);
    String cookie = Secret.random();
    long now = clock.millis();
    boolean alive =
        database.write(
            connection -> {
              SessionTable sessions = new SessionTable(connection);
              Optional<SessionTable.Row> row = sessions.find(session.key());
              if (row.isEmpty()) {
                return false;
              }
              sessions.deleteOf(actor.id());
              sessions.insert(
                  Secret.hash(cookie),
                  actor.id(),
                  row.get().began(),
                  now,
                  session.hidePersonalDetails());
              new UserTable(connection)
                  .setPassword(actor.id(), hash, false, LocalDateTime.now(clock));
              record(connection, session, "security.password.changed");
              return true;
            });
    if (!alive) {
      return new PasswordChange.NotChanged("Your session has ended. Sign in again");
    }
    firstStart.passwordChanged(actor.login());
    return new PasswordChange.Changed(cookie);
  }

  @Override
  public int idleMinutes() {
    return (int) limits.idle().toMinutes();
  }

  private void record(Connection connection, WebSession session, String action)
      throws SQLException {
    Actor actor = session.actor();
    audit.record(connection, new Call(actor, CONSOLE, "-"), action, "user", actor.id(), Map.of());
  }

  private static String csrf(String cookie) {
    return Secret.derive(cookie, "csrf");
  }

  private interface Change {
    void in(SessionTable sessions) throws SQLException;
  }

  private void write(Change change) {
    Sql.change(
        database,
        connection -> {
          change.in(new SessionTable(connection));
        });
  }
}
