package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Roles;
import org.victimfirst.security.internal.domain.Grants;
import org.victimfirst.security.internal.domain.PasswordHash;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.RefusedException;
import org.victimfirst.security.internal.domain.RefusedException.Refusal;
import org.victimfirst.security.internal.domain.Role;
import org.victimfirst.security.internal.domain.Secret;
import org.victimfirst.security.internal.domain.User;

/**
 * People as rows. Nobody changes their own roles, and somebody who can give roles always remains.
 */
@Component
public class StoredPeople implements People {
  private static final String MANAGE = "security:users";
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,58}[a-z0-9]");

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final FirstStart firstStart;
  private final Clock clock;

  /** Wired by Declarative Services. */
  @Activate
  public StoredPeople(
      @Reference(target = "(victimfirst.module=security)") Database database,
      @Reference Ids ids,
      @Reference Audit audit,
      @Reference FirstStart firstStart) {
    this(database, ids, audit, firstStart, Clock.system(ZoneId.of("Europe/London")));
  }

  StoredPeople(Database database, Ids ids, Audit audit, FirstStart firstStart, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.audit = audit;
    this.firstStart = firstStart;
    this.clock = clock;
  }

  @Override
  public Paged<User> list(String search, int page, int size) {
    return database.read(connection -> new UserTable(connection).list(search, page, size));
  }

  @Override
  public Optional<User> find(long id) {
    return database.read(connection -> new UserTable(connection).find(id));
  }

  @Override
  public Optional<User> findByLogin(String login) {
    String stored = stored(login);
    return database.read(connection -> new UserTable(connection).findByLogin(stored));
  }

  private static String stored(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public Added add(Call call, Draft draft) {
    call.actor().require(MANAGE);
    String login = stored(draft.login());
    List<Refusal> refusals = new ArrayList<>();
    if (!LOGIN.matcher(login).matches()) {
      refusals.add(
          new Refusal(
              "login",
              "login_unusable",
              "Enter a work email or a login of 3 to 60 letters, digits, dots and hyphens, like"
                  + " sam.doe"));
    }
    if (!draft.kind().equals(User.PERSON) && !draft.kind().equals(User.SYSTEM)) {
      refusals.add(new Refusal("kind", "kind_unknown", "Choose person or system"));
    }
    check(draft, refusals);
    boolean person = draft.kind().equals(User.PERSON);
    String password = person ? Secret.readable() : "";
    String hash = person ? PasswordHash.of(password) : null;
    long id = ids.next();
    try {
      User user =
          database.write(
              connection -> {
                UserTable users = new UserTable(connection);
                LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
                users.insert(
                    id,
                    login,
                    draft.displayName().strip(),
                    draft.kind(),
                    hash,
                    draft.active(),
                    now);
                users.setRoles(id, new TreeSet<>(draft.roles()));
                audit.record(connection, call, "security.user.added", "user", id, facts(draft));
                return users.find(id).orElseThrow();
              });
      return new Added(user, password);
    } catch (DatabaseException e) {
      if (e.constraintViolated()) {
        throw new RefusedException(
            "login", "login_taken", "Choose another login. Somebody has this one");
      }
      throw e;
    }
  }

  @Override
  public User change(Call call, long id, int version, Draft draft) {
    call.actor().require(MANAGE);
    List<Refusal> refusals = new ArrayList<>();
    check(draft, refusals);
    return database.write(connection -> change(connection, call, id, version, draft));
  }

  private User change(Connection connection, Call call, long id, int version, Draft draft)
      throws SQLException {
    UserTable users = new UserTable(connection);
    User before = known(users, id);
    TreeSet<String> roles = new TreeSet<>(draft.roles());
    boolean sameRights =
        roles.equals(new TreeSet<>(before.roles())) && draft.active() == before.active();
    if (call.actor().id() == id && !sameRights) {
      throw ProblemException.conflict(
          "own_account", "Somebody else must change your roles or close your account.");
    }
    users.update(id, version, draft.displayName().strip(), draft.active());
    users.setRoles(id, roles);
    if (!sameRights && before.active() && before.person()) {
      keepSomebody(users);
    }
    if (!draft.active()) {
      new SessionTable(connection).deleteOf(id);
    }
    audit.record(connection, call, "security.user.changed", "user", id, facts(draft));
    return users.find(id).orElseThrow();
  }

  private static void keepSomebody(UserTable users) throws SQLException {
    if (users.activePeopleWith(MANAGE) == 0) {
      throw ProblemException.conflict(
          "last_administrator",
          "Nobody would be left who can add people and give roles. Give the role to somebody else"
              + " first.");
    }
  }

  @Override
  public Added resetPassword(Call call, long id) {
    call.actor().require(MANAGE);
    String password = Secret.readable();
    String hash = PasswordHash.of(password);
    User user =
        database.write(
            connection -> {
              UserTable users = new UserTable(connection);
              if (!known(users, id).person()) {
                throw ProblemException.conflict(
                    "no_password", "A system has tokens and no password.");
              }
              users.setPassword(id, hash, true, LocalDateTime.now(clock));
              new SessionTable(connection).deleteOf(id);
              audit.record(connection, call, "security.password.reset", "user", id, Map.of());
              return users.find(id).orElseThrow();
            });
    firstStart.passwordChanged(user.login());
    return new Added(user, password);
  }

  private static User known(UserTable users, long id) throws SQLException {
    return users.find(id).orElseThrow(() -> ProblemException.notFound("There is no such user."));
  }

  private void check(Draft draft, List<Refusal> refusals) {
    String name = draft.displayName().strip();
    if (name.isEmpty() || name.length() > 120) {
      refusals.add(
          new Refusal(
              "displayName", "name_missing", "Enter the name that colleagues know, like Sam Doe"));
    }
    List<Role> all = database.read(connection -> new RoleTable(connection).all());
    List<Role> chosen = all.stream().filter(role -> draft.roles().contains(role.code())).toList();
    boolean administrator = draft.roles().contains(Roles.ADMINISTRATOR);
    if (draft.roles().isEmpty()) {
      refusals.add(new Refusal("roles", "role_missing", "Choose at least one role"));
    } else if (chosen.size() < Set.copyOf(draft.roles()).size()) {
      refusals.add(new Refusal("roles", "role_unknown", "Choose roles from the list"));
    } else if (administrator && chosen.stream().anyMatch(StoredPeople::worksOnCases)) {
      refusals.add(
          new Refusal(
              "roles",
              "administrator_sees_no_case",
              "Administrators never see a case. Give the other roles to a second account"));
    }
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }

  private static boolean worksOnCases(Role role) {
    return !role.permissions().stream().allMatch(Grants::ofPlatform);
  }

  private static Map<String, String> facts(Draft draft) {
    return Map.of(
        "active", String.valueOf(draft.active()),
        "roles", String.join(" ", new TreeSet<>(draft.roles())));
  }
}
