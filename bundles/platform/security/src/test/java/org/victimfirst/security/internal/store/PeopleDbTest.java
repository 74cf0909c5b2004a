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
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.security.Permission;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.RefusedException;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.testing.OnEachDatabase;

class PeopleDbTest {
  @TempDir Path data;

  @OnEachDatabase
  void colleaguesAreThoseWhoMayNow(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      office.arrive("cases", List.of(Permission.of("cases:write", "Work", "caseworker")));
      office.add("zoe.doe", "caseworker");
      office.add("sam.doe", "auditor");
      office.addSystem("feed", "caseworker");
      long gone = office.add("ann.doe", "caseworker").user().id();
      office.people.change(
          office.owner(),
          gone,
          1,
          new People.Draft("", "Ann Doe", User.PERSON, List.of("caseworker"), false));

      StoredColleagues colleagues = new StoredColleagues(office.test.database());
      assertThat(colleagues.with("cases:write"))
          .extracting(Colleagues.Colleague::login)
          .containsExactly("zoe.doe");
      assertThat(colleagues.with("security:users"))
          .extracting(Colleagues.Colleague::login)
          .contains("admin");
    }
  }

  @OnEachDatabase
  void peopleAreFoundByNameAndLogin(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      office.add("sam.doe@example.org", "caseworker", "triage_worker");
      assertThat(office.people.list("EXAMPLE", 1, 50).items())
          .singleElement()
          .satisfies(
              user -> {
                assertThat(user.roles()).containsExactly("triage_worker", "caseworker");
                assertThat(user.mustChangePassword()).isTrue();
              });
      assertThat(office.people.list("sam d", 1, 50).total()).isOne();
      for (String wildcard : List.of("%", "_", "!", "\\")) {
        assertThat(office.people.list(wildcard, 1, 1).total()).isZero();
      }
      assertThat(office.people.list("", 2, 1).items()).hasSize(1);

      office.add("lee_roe", "auditor");
      assertThat(office.people.list("lee_roe", 1, 50).items()).hasSize(1);
    }
  }

  @OnEachDatabase
  void everyFieldThatIsWrongIsNamed(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      assertThatThrownBy(
              () ->
                  office.people.add(
                      office.owner(), new People.Draft("a b", " ", "robot", List.of("king"), true)))
          .isInstanceOfSatisfying(
              RefusedException.class,
              e ->
                  assertThat(e.refusals())
                      .extracting(r -> r.field())
                      .containsExactly("login", "kind", "displayName", "roles"));
      office.add("sam.doe", "caseworker");
      assertThatThrownBy(() -> office.add("SAM.DOE", "caseworker"))
          .isInstanceOfSatisfying(
              RefusedException.class,
              e -> assertThat(e.refusals().get(0).code()).isEqualTo("login_taken"));
    }
  }

  @OnEachDatabase
  void staleChangeIsRefused(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      User sam = office.add("sam.doe", "caseworker").user();
      People.Draft draft =
          new People.Draft("", "Sam Roe", User.PERSON, List.of("caseworker"), true);
      User changed = office.people.change(office.owner(), sam.id(), sam.version(), draft);
      assertThat(changed.version()).isEqualTo(sam.version() + 1);
      assertThat(changed.displayName()).isEqualTo("Sam Roe");
      assertThatThrownBy(() -> office.people.change(office.owner(), sam.id(), sam.version(), draft))
          .isInstanceOf(StaleVersionException.class);
    }
  }

  @OnEachDatabase
  void somebodyWhoCanGiveRolesRemains(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      User admin = office.people.list("admin", 1, 1).items().get(0);
      People.Draft closed =
          new People.Draft("", "Admin", User.PERSON, List.of("administrator"), false);
      assertThatThrownBy(
              () -> office.people.change(office.owner(), admin.id(), admin.version(), closed))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.code()).isEqualTo("last_administrator"));
      office.add("lee.roe", "administrator");
      assertThat(office.people.change(office.owner(), admin.id(), admin.version(), closed).active())
          .isFalse();
    }
  }

  @OnEachDatabase
  void nobodyChangesTheirOwnRoles(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      User lee = office.add("lee.roe", "administrator").user();
      Call call =
          new Call(
              new Actor(
                  lee.id(),
                  "lee.roe",
                  "Lee Roe",
                  Actor.Kind.PERSON,
                  Set.of(),
                  Set.of("security:users")),
              Office.ORIGIN,
              "-");
      assertThatThrownBy(
              () ->
                  office.people.change(
                      call,
                      lee.id(),
                      lee.version(),
                      new People.Draft(
                          "", "Lee", User.PERSON, List.of("administrator", "caseworker"), true)))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.code()).isEqualTo("own_account"));
      office.people.change(
          call,
          lee.id(),
          lee.version(),
          new People.Draft("", "Lee R", User.PERSON, List.of("administrator"), true));
    }
  }

  @OnEachDatabase
  void changesNeedThePermissionAndAreAudited(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      office.add("sam.doe", "caseworker");
      assertThat(office.test.audit().actions()).contains("security.user.added");
      Call nobody = Call.system("job");
      assertThatThrownBy(() -> office.people.resetPassword(nobody, 1))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> office.people.resetPassword(office.owner(), 1))
          .isInstanceOfSatisfying(
              ProblemException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
  }
}
