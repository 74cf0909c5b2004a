package org.victimfirst.security.internal.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Permission;
import org.victimfirst.security.Sessions;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.testing.TestDatabase;

/** The security bundle as Declarative Services would wire it, on a real database. */
final class Office implements AutoCloseable {
  static final String ORIGIN = "192.0.2.7";

  final MovableClock clock = new MovableClock();
  final TestDatabase test;
  final DataFolder folder;
  final InstalledPermissions catalog;
  final FirstStart firstStart;
  final OwnerKey ownerKey;
  final StoredSessions sessions;
  final StoredPeople people;
  final StoredRoles roles;
  final StoredTokens tokens;
  final StoredApiTokens apiTokens;
  private final Map<String, ModuleDescriptor> modules = new HashMap<>();

  Office(Dialect dialect, Path data) {
    test = TestDatabase.open(dialect, "security");
    folder = new DataFolder(data);
    catalog = new InstalledPermissions(test.database(), clock);
    arrive("security", new SecurityModule().permissions());
    firstStart = new FirstStart(folder, test.database(), test.ids(), test.audit(), clock);
    ownerKey = new OwnerKey(folder);
    sessions =
        new StoredSessions(
            test.database(),
            catalog,
            test.audit(),
            firstStart,
            new SessionLimits(Duration.ofMinutes(10), Duration.ofHours(12)),
            clock);
    people = new StoredPeople(test.database(), test.ids(), test.audit(), firstStart, clock);
    roles = new StoredRoles(test.database(), catalog, test.audit());
    tokens = new StoredTokens(test.database(), catalog, ownerKey, clock);
    apiTokens = new StoredApiTokens(test.database(), catalog, test.ids(), test.audit(), clock);
  }

  void arrive(String module, List<Permission> permissions) {
    ModuleDescriptor descriptor = new Sample(module, permissions);
    modules.put(module, descriptor);
    catalog.addDescriptor(descriptor, Map.of(VictimFirstModule.PROPERTY, module));
  }

  void leave(String module) {
    ModuleDescriptor descriptor = modules.remove(module);
    if (descriptor != null) {
      catalog.removeDescriptor(descriptor, Map.of(VictimFirstModule.PROPERTY, module));
    }
  }

  /** A call by the owner, who may manage people. */
  Call owner() {
    return new Call(
        new Actor(0, "owner", "Owner", Actor.Kind.OWNER, Set.of(), catalog.ownersGrant()),
        "launcher",
        "-");
  }

  People.Added add(String login, String... roles) {
    return people.add(
        owner(), new People.Draft(login, "Sam Doe", User.PERSON, List.of(roles), true));
  }

  People.Added addSystem(String login, String... roles) {
    return people.add(
        owner(), new People.Draft(login, "Court feed", User.SYSTEM, List.of(roles), true));
  }

  Sessions.SignIn.Welcome signIn(String login, String password) {
    return (Sessions.SignIn.Welcome) sessions.signIn(login, password, ORIGIN);
  }

  @Override
  public void close() {
    ownerKey.forget();
    test.close();
  }

  private record Sample(String title, List<Permission> permissions) implements ModuleDescriptor {
    @Override
    public String purpose() {
      return "A sample";
    }
  }
}
