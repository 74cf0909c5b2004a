package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;
import org.victimfirst.security.internal.domain.Grants;
import org.victimfirst.security.internal.domain.PermissionCatalog;
import org.victimfirst.security.internal.domain.RefusedException;
import org.victimfirst.security.internal.domain.Role;
import org.victimfirst.security.internal.domain.RoleBook;

/** Roles as rows. */
@Component
public class StoredRoles implements RoleBook {
  private static final String MANAGE = "security:users";

  private final Database database;
  private final PermissionCatalog catalog;
  private final Audit audit;

  /** Wired by Declarative Services. */
  @Activate
  public StoredRoles(
      @Reference(target = "(victimfirst.module=security)") Database database,
      @Reference PermissionCatalog catalog,
      @Reference Audit audit) {
    this.database = database;
    this.catalog = catalog;
    this.audit = audit;
  }

  @Override
  public List<Role> roles() {
    return database.read(connection -> new RoleTable(connection).all());
  }

  @Override
  public Optional<Role> find(String code) {
    return database.read(connection -> new RoleTable(connection).find(code));
  }

  @Override
  public Role allow(Call call, String code, int version, Set<String> permissions) {
    call.actor().require(MANAGE);
    Set<String> installed = catalog.installed();
    if (!installed.containsAll(permissions)) {
      throw new RefusedException(
          "permissions", "permission_unknown", "Choose permissions of installed modules");
    }
    Set<String> possible =
        catalog.modules().stream()
            .flatMap(
                module ->
                    module.permissions().stream()
                        .filter(permission -> Grants.possible(code, module.name(), permission)))
            .map(Permission::name)
            .collect(Collectors.toSet());
    if (!possible.containsAll(permissions)) {
      throw new RefusedException(
          "permissions",
          "permission_not_for_role",
          "Choose what this role may have: " + bounds(code));
    }
    return database.write(
        connection -> allow(connection, call, code, version, permissions, installed));
  }

  private static String bounds(String code) {
    return code.equals(Roles.ADMINISTRATOR)
        ? "administrators never see a case"
        : "analysts never see a name";
  }

  private Role allow(
      Connection connection,
      Call call,
      String code,
      int version,
      Set<String> permissions,
      Set<String> installed)
      throws SQLException {
    RoleTable roles = new RoleTable(connection);
    Role before =
        roles.find(code).orElseThrow(() -> ProblemException.notFound("There is no such role."));
    Set<String> after = new TreeSet<>(before.permissions());
    after.removeAll(installed);
    after.addAll(permissions);
    roles.setPermissions(before, version, after);
    if (new UserTable(connection).activePeopleWith(MANAGE) == 0) {
      throw ProblemException.conflict(
          "last_administrator", "Nobody would be left who can add people and give roles.");
    }
    Set<String> given = new TreeSet<>(after);
    given.removeAll(before.permissions());
    Set<String> taken = new TreeSet<>(new HashSet<>(before.permissions()));
    taken.removeAll(after);
    audit.record(
        connection,
        call,
        "security.role.changed",
        "role",
        0,
        Map.of("role", code, "given", String.join(" ", given), "taken", String.join(" ", taken)));
    return roles.find(code).orElseThrow();
  }
}
