package org.victimfirst.security.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.security.Sessions.PasswordChange;
import org.victimfirst.security.Sessions.SignIn;
import org.victimfirst.security.WebSession;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.security.internal.jdbc.Sql;
import org.victimfirst.testing.OnEachDatabase;

class SessionsDbTest {
  private static final String NEW_PASSWORD = "violet tractor umbrella";

  @TempDir Path data;

  @OnEachDatabase
  void firstAdministratorSignsInAndMustChangeThePassword(Dialect dialect) throws Exception {
    try (Office office = new Office(dialect, data)) {
      Path file = data.resolve("first-login.txt");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      List<String> lines = Files.readAllLines(file);
      assertThat(lines.get(0)).isEqualTo("login: admin");
      String password = lines.get(1).substring("password: ".length());

      SignIn.Welcome welcome = office.signIn("Admin ", password);
      assertThat(welcome.session().mustChangePassword()).isTrue();
      assertThat(welcome.session().actor().permissions())
          .contains("security:users")
          .doesNotContain("security:audit");

      PasswordChange change =
          office.sessions.changePassword(welcome.session(), password, NEW_PASSWORD);
      String cookie = ((PasswordChange.Changed) change).cookie();
      assertThat(office.sessions.find(welcome.cookie())).isEmpty();
      assertThat(office.sessions.find(cookie).orElseThrow().mustChangePassword()).isFalse();
      assertThat(file).doesNotExist();
      office.signIn("admin", NEW_PASSWORD);
    }
  }

  @OnEachDatabase
  void secondStartMakesNobody(Dialect dialect) throws Exception {
    try (Office office = new Office(dialect, data)) {
      Files.delete(data.resolve("first-login.txt"));
      new FirstStart(
          office.folder,
          office.test.database(),
          office.test.ids(),
          office.test.audit(),
          office.clock);
      assertThat(data.resolve("first-login.txt")).doesNotExist();
      assertThat(office.people.list("", 1, 50).total()).isOne();
    }
  }

  @OnEachDatabase
  void cookieIsStoredAsHashAndIsNewEachTime(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      String password = office.add("sam.doe", "caseworker").password();
      SignIn.Welcome first = office.signIn("sam.doe", password);
      SignIn.Welcome second = office.signIn("sam.doe", password);
      assertThat(first.cookie()).isNotEqualTo(second.cookie()).hasSize(43);
      assertThat(first.session().csrfToken()).isNotEqualTo(second.session().csrfToken());
      WebSession found = office.sessions.find(first.cookie()).orElseThrow();
      assertThat(found.csrfToken()).isEqualTo(first.session().csrfToken());
      List<String> stored =
          office
              .test
              .database()
              .read(
                  c ->
                      new Sql(c)
                          .list(
                              "SELECT cookie_hash FROM security.web_session", r -> r.getString(1)));
      assertThat(stored).contains(found.key()).doesNotContain(first.cookie());
    }
  }

  @OnEachDatabase
  void sessionEndsWhenIdle(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      String cookie =
          office.signIn("sam.doe", office.add("sam.doe", "caseworker").password()).cookie();
      for (int i = 0; i < 5; i++) {
        office.clock.move(Duration.ofMinutes(9));
        assertThat(office.sessions.find(cookie)).isPresent();
      }
      assertThat(office.sessions.loginOfEnded(cookie)).isEmpty();
      office.clock.move(Duration.ofMinutes(11));
      assertThat(office.sessions.find(cookie)).isEmpty();
      assertThat(office.sessions.loginOfEnded(cookie)).contains("sam.doe");
      assertThat(office.sessions.loginOfEnded("unknown")).isEmpty();
    }
  }

  @OnEachDatabase
  void sessionEndsAfterTwelveHoursOfUse(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      String cookie =
          office.signIn("sam.doe", office.add("sam.doe", "caseworker").password()).cookie();
      for (int i = 0; i < 12 * 12; i++) {
        assertThat(office.sessions.find(cookie)).isPresent();
        office.clock.move(Duration.ofMinutes(5));
      }
      office.clock.move(Duration.ofSeconds(1));
      assertThat(office.sessions.find(cookie)).isEmpty();
    }
  }

  @OnEachDatabase
  void useIsWrittenOnceAMinuteAtMost(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      String cookie =
          office.signIn("sam.doe", office.add("sam.doe", "caseworker").password()).cookie();
      long began = lastUsed(office);
      office.clock.move(Duration.ofSeconds(59));
      office.sessions.find(cookie);
      assertThat(lastUsed(office)).isEqualTo(began);
      office.clock.move(Duration.ofSeconds(1));
      office.sessions.find(cookie);
      assertThat(lastUsed(office)).isEqualTo(began + 60_000);
    }
  }

  @OnEachDatabase
  void signOutAndHiding(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      SignIn.Welcome welcome =
          office.signIn("sam.doe", office.add("sam.doe", "caseworker").password());
      office.sessions.hidePersonalDetails(welcome.session(), true);
      assertThat(office.sessions.find(welcome.cookie()).orElseThrow().hidePersonalDetails())
          .isTrue();
      office.sessions.signOut(welcome.session());
      assertThat(office.sessions.find(welcome.cookie())).isEmpty();
      assertThat(office.sessions.loginOfEnded(welcome.cookie())).isEmpty();
    }
  }

  @OnEachDatabase
  void waitGrowsAfterTheThirdWrongTry(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      String password = office.add("sam.doe", "caseworker").password();
      for (int i = 0; i < 3; i++) {
        assertThat(office.sessions.signIn("sam.doe", "wrong", Office.ORIGIN))
            .isInstanceOf(SignIn.Refused.class);
      }
      for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
        assertThat(office.sessions.signIn("sam.doe", password, "192.0.2.8"))
            .as("the right password is not looked at while waiting, from anywhere")
            .isEqualTo(new SignIn.Wait(seconds));
        office.clock.move(Duration.ofSeconds(seconds));
        assertThat(office.sessions.signIn("sam.doe", "wrong", Office.ORIGIN))
            .isInstanceOf(SignIn.Refused.class);
      }
      office.clock.move(Duration.ofSeconds(60));
      office.signIn("sam.doe", password);
      office.sessions.signIn("sam.doe", "wrong", Office.ORIGIN);
      office.signIn("sam.doe", password);
    }
  }

  @OnEachDatabase
  void addressThatTriesManyLoginsWaitsToo(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      for (int i = 0; i < 3; i++) {
        office.sessions.signIn("nobody" + i, "wrong", Office.ORIGIN);
      }
      assertThat(office.sessions.signIn("nobody9", "wrong", Office.ORIGIN))
          .isEqualTo(new SignIn.Wait(1));
      assertThat(office.sessions.signIn("nobody9", "wrong", "192.0.2.8"))
          .isInstanceOf(SignIn.Refused.class);
    }
  }

  @OnEachDatabase
  void closedAccountIsRefusedAndItsSessionsEnd(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      People.Added sam = office.add("sam.doe", "caseworker");
      String cookie = office.signIn("sam.doe", sam.password()).cookie();
      office.people.change(
          office.owner(),
          sam.user().id(),
          sam.user().version(),
          new People.Draft("", "Sam Doe", User.PERSON, List.of("caseworker"), false));
      assertThat(office.sessions.find(cookie)).isEmpty();
      assertThat(office.sessions.signIn("sam.doe", sam.password(), Office.ORIGIN))
          .isInstanceOf(SignIn.Refused.class);
    }
  }

  @OnEachDatabase
  void badNewPasswordsAreRefusedInWords(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      People.Added sam = office.add("sam.doe", "caseworker");
      WebSession session = office.signIn("sam.doe", sam.password()).session();
      assertThat(office.sessions.changePassword(session, "wrong", NEW_PASSWORD))
          .isInstanceOf(PasswordChange.NotChanged.class);
      assertThat(office.sessions.changePassword(session, sam.password(), "short"))
          .isEqualTo(
              new PasswordChange.NotChanged(
                  "Enter at least 12 characters, such as three or four words"));
      assertThat(office.sessions.changePassword(session, sam.password(), sam.password()))
          .isInstanceOf(PasswordChange.NotChanged.class);
    }
  }

  @OnEachDatabase
  void resetPasswordEndsSessionsAndMustBeChanged(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      People.Added sam = office.add("sam.doe", "caseworker");
      SignIn.Welcome before = office.signIn("sam.doe", sam.password());
      People.Added reset = office.people.resetPassword(office.owner(), sam.user().id());
      assertThat(office.sessions.find(before.cookie())).isEmpty();
      assertThat(office.sessions.changePassword(before.session(), reset.password(), NEW_PASSWORD))
          .isInstanceOf(PasswordChange.NotChanged.class);
      assertThat(office.signIn("sam.doe", reset.password()).session().mustChangePassword())
          .isTrue();
    }
  }

  private static long lastUsed(Office office) {
    return office
        .test
        .database()
        .read(c -> new Sql(c).number("SELECT last_used FROM security.web_session"));
  }
}
