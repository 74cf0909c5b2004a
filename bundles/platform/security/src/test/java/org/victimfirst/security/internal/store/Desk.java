package org.victimfirst.security.internal.store;

import java.nio.file.Path;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Permission;
import org.victimfirst.security.internal.domain.ApiTokens;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.PermissionCatalog;
import org.victimfirst.security.internal.domain.RoleBook;
import org.victimfirst.testing.TestDatabase;

/** What pages and resources stand on, for their tests: {@link Office} seen from outside. */
public final class Desk implements AutoCloseable {
  private final Office office;

  /** Opens it on Derby, with a module {@code needs} that has two permissions. */
  public Desk(Path data) {
    this(Dialect.DERBY, data);
  }

  /** The same on a database of this kind. */
  public Desk(Dialect dialect, Path data) {
    office = new Office(dialect, data);
    office.arrive(
        "needs",
        java.util.List.of(
            Permission.of("needs:read", "Read needs", "caseworker"),
            Permission.of("needs:assess", "Assess needs", "caseworker")));
  }

  public People people() {
    return office.people;
  }

  public RoleBook roles() {
    return office.roles;
  }

  public PermissionCatalog catalog() {
    return office.catalog;
  }

  public ApiTokens tokens() {
    return office.apiTokens;
  }

  public TestDatabase database() {
    return office.test;
  }

  public Audit audit() {
    return office.test.audit();
  }

  /** A call by the owner of the data folder. */
  public Call owner() {
    return office.owner();
  }

  /** A module goes. */
  public void leave(String module) {
    office.leave(module);
  }

  /** Adds a person and says their id. */
  public long add(String login, String... roles) {
    return office.add(login, roles).user().id();
  }

  /** Adds a system and says its id. */
  public long addSystem(String login, String... roles) {
    return office.addSystem(login, roles).user().id();
  }

  /** A call by somebody, with the rights that they have now. */
  public Call by(long id) {
    var user = office.people.find(id).orElseThrow();
    var installed = office.catalog.installed();
    var actor =
        office
            .test
            .database()
            .read(c -> Rights.of(c, id, installed).person(id, user.login(), user.displayName()));
    return new Call(actor, Office.ORIGIN, "-");
  }

  @Override
  public void close() {
    office.close();
  }
}
