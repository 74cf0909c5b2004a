package org.victimfirst.security.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Permission;
import org.victimfirst.security.internal.domain.RefusedException;
import org.victimfirst.security.internal.domain.Role;
import org.victimfirst.testing.OnEachDatabase;

class PermissionsDbTest {
  private static final Permission READ =
      Permission.of("needs:read", "Read needs", "caseworker", "owner");
  private static final Permission ASSESS = Permission.of("needs:assess", "Assess needs");

  @TempDir Path data;

  @OnEachDatabase
  void permissionsComeAndGoWithTheirModule(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      String cookie =
          office.signIn("sam.doe", office.add("sam.doe", "caseworker").password()).cookie();
      assertThat(permissions(office, cookie)).doesNotContain("needs:read");

      office.arrive("needs", List.of(READ, ASSESS));
      assertThat(permissions(office, cookie)).contains("needs:read").doesNotContain("needs:assess");
      assertThat(office.catalog.ownersGrant())
          .contains("needs:read")
          .doesNotContain("needs:assess");

      Role caseworker = office.roles.find("caseworker").orElseThrow();
      office.roles.allow(
          office.owner(),
          "caseworker",
          caseworker.version(),
          Set.of("needs:assess", "security:account"));
      assertThat(permissions(office, cookie)).contains("needs:assess").doesNotContain("needs:read");

      office.leave("needs");
      assertThat(permissions(office, cookie)).containsExactly("security:account");
      assertThat(office.catalog.ownersGrant()).doesNotContain("needs:read");

      office.arrive("needs", List.of(READ, ASSESS));
      assertThat(permissions(office, cookie))
          .as("what the administrator changed is still so")
          .contains("needs:assess")
          .doesNotContain("needs:read");
    }
  }

  @OnEachDatabase
  void changeLeavesWhatIsAwayAlone(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      office.arrive("needs", List.of(READ));
      office.leave("needs");
      Role before = office.roles.find("caseworker").orElseThrow();
      office.roles.allow(office.owner(), "caseworker", before.version(), Set.of());
      assertThat(office.roles.find("caseworker").orElseThrow().permissions())
          .containsExactly("needs:read");
      assertThatThrownBy(
              () ->
                  office.roles.allow(
                      office.owner(), "caseworker", before.version() + 1, Set.of("needs:read")))
          .isInstanceOf(RefusedException.class);
      assertThatThrownBy(
              () -> office.roles.allow(office.owner(), "caseworker", before.version(), Set.of()))
          .isInstanceOf(StaleVersionException.class);
    }
  }

  @OnEachDatabase
  void noModuleGivesAnAdministratorACaseOrAnAnalystAName(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      office.arrive(
          "cases",
          List.of(
              Permission.of("cases:read", "Read cases", "administrator", "analyst", "caseworker")));
      office.arrive(
          "reporting",
          List.of(
              Permission.of("reporting:read", "Read reports", "analyst", "administrator"),
              Permission.of("reporting:read-names", "See who is counted", "analyst")));
      assertThat(stored(office, "administrator")).noneMatch(p -> !p.startsWith("security:"));
      assertThat(stored(office, "analyst"))
          .contains("reporting:read")
          .doesNotContain("cases:read", "reporting:read-names");
      assertThat(stored(office, "caseworker")).contains("cases:read");
    }
  }

  @OnEachDatabase
  void nobodyGivesAnAdministratorACaseOrAnAnalystAName(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      office.arrive("cases", List.of(Permission.of("cases:read", "Read cases", "caseworker")));
      office.arrive(
          "reporting",
          List.of(
              Permission.of("reporting:read", "Read reports", "analyst"),
              Permission.of("reporting:cases", "See the cases behind", "service_manager")));
      for (String role : List.of("administrator", "analyst")) {
        int version = office.roles.find(role).orElseThrow().version();
        for (String permission : List.of("cases:read", "reporting:cases")) {
          assertThatThrownBy(
                  () -> office.roles.allow(office.owner(), role, version, Set.of(permission)))
              .isInstanceOf(RefusedException.class)
              .hasMessageContaining("permission_not_for_role");
        }
      }
      Role analyst = office.roles.find("analyst").orElseThrow();
      office.roles.allow(
          office.owner(), "analyst", analyst.version(), Set.of("reporting:read", "security:audit"));
      assertThat(stored(office, "analyst")).contains("reporting:read", "security:audit");
    }
  }

  @OnEachDatabase
  void whoeverIsAdministratorSeesNoCaseWhateverElseTheyAre(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      office.arrive("cases", List.of(Permission.of("cases:read", "Read cases", "auditor")));
      assertThatThrownBy(() -> office.add("both", "administrator", "auditor"))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("administrator_sees_no_case");

      // The role was given before it showed cases.
      Role auditor = office.roles.find("auditor").orElseThrow();
      Role now =
          office.roles.allow(
              office.owner(), "auditor", auditor.version(), Set.of("security:audit"));
      long both = office.add("both", "administrator", "auditor").user().id();
      office.roles.allow(
          office.owner(), "auditor", now.version(), Set.of("security:audit", "cases:read"));

      Set<String> installed = office.catalog.installed();
      assertThat(installed).contains("cases:read");
      assertThat(office.test.database().read(c -> Rights.of(c, both, installed)).permissions())
          .contains("security:audit", "security:users")
          .doesNotContain("cases:read");
    }
  }

  @OnEachDatabase
  void moduleSpeaksForItsOwnNameOnly(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      office.arrive("needs", List.of(Permission.of("cases:read", "Read cases", "caseworker")));
      assertThat(office.catalog.installed()).doesNotContain("cases:read");
    }
  }

  @OnEachDatabase
  void lastAdministratorsRoleKeepsItsPermission(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      Role administrator = office.roles.find("administrator").orElseThrow();
      assertThatThrownBy(
              () ->
                  office.roles.allow(
                      office.owner(), "administrator", administrator.version(), Set.of()))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.code()).isEqualTo("last_administrator"));
    }
  }

  private static Set<String> stored(Office office, String role) {
    return office.roles.find(role).orElseThrow().permissions();
  }

  private static Set<String> permissions(Office office, String cookie) {
    return office.sessions.find(cookie).orElseThrow().actor().permissions();
  }
}
