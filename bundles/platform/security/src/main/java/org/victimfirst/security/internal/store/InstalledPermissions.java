package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.security.Roles;
import org.victimfirst.security.internal.domain.Grants;
import org.victimfirst.security.internal.domain.PermissionCatalog;
import org.victimfirst.security.internal.jdbc.Sql;

/**
 * Follows the modules as they come and go. A permission that was never seen is stored with its
 * default roles; from then on only an administrator changes who has it. One of a module that is
 * away stays stored and grants nothing.
 */
@Component(service = PermissionCatalog.class, immediate = true)
public class InstalledPermissions implements PermissionCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledPermissions.class);

  private final Database database;
  private final Clock clock;

  /** Descriptors by module; the older service of two. Guarded by this. */
  private final Map<String, ModuleDescriptor> descriptors = new TreeMap<>();

  /** Modules whose permissions could not be stored yet. Guarded by this. */
  private final Set<String> unstored = new HashSet<>();

  private volatile boolean pending;
  private volatile Set<String> installed = Set.of();
  private volatile Set<String> ownersGrant = Set.of();

  /** Wired by Declarative Services. */
  @Activate
  public InstalledPermissions(
      @Reference(target = "(victimfirst.module=security)") Database database) {
    this(database, Clock.system(ZoneId.of("Europe/London")));
  }

  InstalledPermissions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Reference(
      service = ModuleDescriptor.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void addDescriptor(ModuleDescriptor descriptor, Map<String, ?> properties) {
    Object module = properties.get(VictimFirstModule.PROPERTY);
    if (!(module instanceof String name)) {
      LOG.warn("A module descriptor without {} is ignored", VictimFirstModule.PROPERTY);
      return;
    }
    ModuleDescriptor known = descriptors.putIfAbsent(name, descriptor);
    if (known != null) {
      LOG.warn("A second descriptor of module {} is ignored", name);
      return;
    }
    unstored.add(name);
    storeNew();
  }

  synchronized void removeDescriptor(ModuleDescriptor descriptor, Map<String, ?> properties) {
    if (properties.get(VictimFirstModule.PROPERTY) instanceof String name
        && descriptors.remove(name, descriptor)) {
      unstored.remove(name);
      publish();
    }
  }

  @Override
  public Set<String> installed() {
    retry();
    return installed;
  }

  @Override
  public Set<String> ownersGrant() {
    retry();
    return ownersGrant;
  }

  @Override
  public synchronized List<Module> modules() {
    return descriptors.entrySet().stream()
        .map(e -> new Module(e.getKey(), e.getValue().title(), own(e.getKey(), e.getValue())))
        .filter(module -> !module.permissions().isEmpty())
        .sorted(Comparator.comparing(Module::title))
        .toList();
  }

  private void retry() {
    if (pending) {
      synchronized (this) {
        storeNew();
      }
    }
  }

  private void storeNew() {
    for (String module : Set.copyOf(unstored)) {
      ModuleDescriptor descriptor = descriptors.get(module);
      if (descriptor != null && stored(module, own(module, descriptor))) {
        unstored.remove(module);
      }
    }
    publish();
  }

  private boolean stored(String module, List<Permission> permissions) {
    // A second try: another node may have stored the same permission at the same moment.
    for (int trial = 0; trial < 2; trial++) {
      try {
        Sql.change(database, connection -> store(connection, module, permissions));
        return true;
      } catch (DatabaseException e) {
        LOG.warn("The permissions of module {} cannot be stored yet", module, e);
      }
    }
    return false;
  }

  private void store(Connection connection, String module, List<Permission> permissions)
      throws SQLException {
    Sql sql = new Sql(connection);
    Set<String> roles =
        Set.copyOf(sql.list("SELECT code FROM security.security_role", row -> row.getString(1)));
    for (Permission permission : permissions) {
      int known =
          sql.update(
              "UPDATE security.permission SET title = ?, module = ? WHERE name = ?",
              permission.title(),
              module,
              permission.name());
      if (known == 0) {
        first(sql, module, permission, roles);
      }
    }
  }

  private void first(Sql sql, String module, Permission permission, Set<String> roles)
      throws SQLException {
    sql.update(
        "INSERT INTO security.permission (name, module, title, first_seen_at) VALUES (?, ?, ?, ?)",
        permission.name(),
        module,
        permission.title(),
        LocalDateTime.now(clock));
    for (String refused : Grants.refused(module, permission)) {
      LOG.warn("Permission {} is not given to role {} by default", permission.name(), refused);
    }
    for (String role : Grants.byDefault(module, permission)) {
      if (roles.contains(role)) {
        sql.update(
            "INSERT INTO security.role_permission (role_code, permission_name) VALUES (?, ?)",
            role,
            permission.name());
      } else {
        LOG.warn("Permission {} names a role that does not exist: {}", permission.name(), role);
      }
    }
  }

  private void publish() {
    Set<String> names = new HashSet<>();
    Set<String> owners = new LinkedHashSet<>();
    descriptors.forEach(
        (module, descriptor) -> {
          if (!unstored.contains(module)) {
            for (Permission permission : own(module, descriptor)) {
              names.add(permission.name());
              if (permission.defaultRoles().contains(Roles.OWNER)) {
                owners.add(permission.name());
              }
            }
          }
        });
    pending = !unstored.isEmpty();
    installed = Set.copyOf(names);
    ownersGrant = Set.copyOf(owners);
  }

  /** A module speaks for permissions that bear its own name only. */
  private static List<Permission> own(String module, ModuleDescriptor descriptor) {
    return descriptor.permissions().stream()
        .filter(permission -> permission.name().startsWith(module + ":"))
        .toList();
  }
}
