package org.victimfirst.security.internal.store;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Roles;
import org.victimfirst.security.internal.domain.PasswordHash;
import org.victimfirst.security.internal.domain.Secret;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.security.internal.jdbc.Sql;

/**
 * Makes the first administrator when there is nobody, with a password that must be changed. It
 * stands in {@code first-login.txt} in the data folder until then, and nowhere else.
 */
@Component(service = FirstStart.class, immediate = true)
public class FirstStart {
  /** Its place in the data folder: a line {@code login: …} and a line {@code password: …}. */
  static final String FILE = "first-login.txt";

  /** Login of the first administrator. */
  static final String LOGIN = "admin";

  private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

  private final DataFolder folder;

  /** Wired by Declarative Services. */
  @Activate
  public FirstStart(
      BundleContext context,
      @Reference(target = "(victimfirst.module=security)") Database database,
      @Reference Ids ids,
      @Reference Audit audit) {
    this(DataFolder.of(context), database, ids, audit, Clock.system(ZoneId.of("Europe/London")));
  }

  FirstStart(DataFolder folder, Database database, Ids ids, Audit audit, Clock clock) {
    this.folder = folder;
    if (database.read(connection -> new UserTable(connection).count()) > 0) {
      return;
    }
    String password = Secret.readable();
    // The file first: a start that breaks off in between begins anew, and nobody is locked out.
    folder.writePrivate(FILE, "login: " + LOGIN + "\npassword: " + password + "\n");
    if (add(PasswordHash.of(password), database, ids, audit, clock)) {
      LOG.info("The first administrator was made; {} in the data folder says how to sign in", FILE);
    } else {
      folder.delete(FILE);
      LOG.info("Another node has made the first administrator");
    }
  }

  /** Adds the administrator; false when somebody else was faster. */
  private static boolean add(String hash, Database database, Ids ids, Audit audit, Clock clock) {
    long id = ids.next();
    try {
      Sql.change(
          database,
          connection -> {
            UserTable users = new UserTable(connection);
            LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
            users.insert(id, LOGIN, "First administrator", User.PERSON, hash, true, now);
            users.setRoles(id, Set.of(Roles.ADMINISTRATOR));
            Call call = Call.system("job");
            audit.record(connection, call, "security.user.added", "user", id, Map.of());
          });
      return true;
    } catch (DatabaseException e) {
      if (e.constraintViolated()) {
        return false;
      }
      throw e;
    }
  }

  /** Somebody's password is another one now; the file must not outlive the one that it shows. */
  void passwordChanged(String login) {
    if (login.equals(LOGIN)) {
      folder.delete(FILE);
    }
  }
}
