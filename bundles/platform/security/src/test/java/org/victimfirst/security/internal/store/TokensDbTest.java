package org.victimfirst.security.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.internal.domain.ApiTokens;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.RefusedException;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.testing.OnEachDatabase;

class TokensDbTest {
  private static final LocalDate IN_A_MONTH = LocalDate.parse("2020-07-01");

  @TempDir Path data;

  @OnEachDatabase
  void ownersTokenIsPrivateAndNewAtEachStart(Dialect dialect) throws Exception {
    try (Office office = new Office(dialect, data)) {
      Path file = data.resolve("run/owner.token");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      String token = Files.readString(file).strip();
      Actor owner = office.tokens.authenticate(token).orElseThrow();
      assertThat(owner.kind()).isEqualTo(Actor.Kind.OWNER);
      assertThat(owner.id()).isZero();
      assertThat(owner.permissions()).contains("security:audit", "security:users");
      new OwnerKey(office.folder);
      assertThat(Files.readString(file).strip()).isNotEqualTo(token);
    }
    assertThat(data.resolve("run/owner.token")).doesNotExist();
  }

  @OnEachDatabase
  void tokenHasNoMoreThanItsScopesAndItsOwnersRights(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      User manager = office.add("sam.doe", "service_manager").user();
      Call call = person(office, manager);
      ApiTokens.Created created =
          office.apiTokens.create(
              call, manager.id(), "Monthly figures", Set.of("security:account"), IN_A_MONTH);
      assertThat(created.secret()).startsWith("vft_").hasSize(47);
      assertThat(created.toString()).doesNotContain(created.secret());
      Actor actor = office.tokens.authenticate(created.secret()).orElseThrow();
      assertThat(actor.kind()).isEqualTo(Actor.Kind.TOKEN);
      assertThat(actor.login()).endsWith(" (token Monthly figures)");
      assertThat(actor.permissions()).containsExactly("security:account");

      office.roles.allow(
          office.owner(),
          "service_manager",
          office.roles.find("service_manager").orElseThrow().version(),
          Set.of());
      assertThat(office.tokens.authenticate(created.secret()).orElseThrow().permissions())
          .isEmpty();
      assertThatThrownBy(
              () ->
                  office.apiTokens.create(
                      call, manager.id(), "More", Set.of("security:users"), IN_A_MONTH))
          .isInstanceOf(RefusedException.class);
    }
  }

  @OnEachDatabase
  void tokenEndsByDateByRevocationAndWithItsOwner(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      People.Added system = office.addSystem("court-feed", "partner_system");
      long id = system.user().id();
      Set<String> scopes = Set.of("security:account");
      String expiring =
          office
              .apiTokens
              .create(office.owner(), id, "One", scopes, LocalDate.parse("2020-06-01"))
              .secret();
      ApiTokens.Created revoked =
          office.apiTokens.create(office.owner(), id, "Two", scopes, IN_A_MONTH);
      String third =
          office.apiTokens.create(office.owner(), id, "Three", scopes, IN_A_MONTH).secret();

      assertThat(office.tokens.authenticate(expiring)).isPresent();
      office.clock.move(Duration.ofHours(15));
      assertThat(office.tokens.authenticate(expiring)).isEmpty();

      assertThat(office.apiTokens.revoke(office.owner(), revoked.token().id())).isTrue();
      assertThat(office.tokens.authenticate(revoked.secret())).isEmpty();

      assertThat(office.tokens.authenticate(third)).isPresent();
      office.people.change(
          office.owner(),
          id,
          1,
          new People.Draft("", "Court feed", User.SYSTEM, List.of("partner_system"), false));
      assertThat(office.tokens.authenticate(third)).isEmpty();
      assertThat(office.tokens.authenticate("vft_unknown")).isEmpty();
    }
  }

  @OnEachDatabase
  void tokensAreMadeForOneselfOrForASystem(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      User sam = office.add("sam.doe", "service_manager").user();
      User lee = office.add("lee.roe", "administrator").user();
      Set<String> scopes = Set.of("security:account");
      assertThatThrownBy(
              () -> office.apiTokens.create(person(office, lee), sam.id(), "X", scopes, IN_A_MONTH))
          .isInstanceOf(AccessDeniedException.class);
      String secret =
          office
              .apiTokens
              .create(
                  person(office, sam),
                  sam.id(),
                  "X",
                  Set.of("security:account", "security:tokens"),
                  IN_A_MONTH)
              .secret();
      Call byToken = new Call(office.tokens.authenticate(secret).orElseThrow(), Office.ORIGIN, "-");
      assertThatThrownBy(() -> office.apiTokens.create(byToken, sam.id(), "Y", scopes, IN_A_MONTH))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(
              () ->
                  office.apiTokens.create(
                      person(office, sam), sam.id(), "", scopes, IN_A_MONTH.plusYears(2)))
          .isInstanceOfSatisfying(
              RefusedException.class,
              e ->
                  assertThat(e.refusals())
                      .extracting(r -> r.field())
                      .containsExactly("name", "lastDay"));
    }
  }

  @OnEachDatabase
  void revokingSomebodyElsesTokenLooksLikeNone(Dialect dialect) {
    try (Office office = new Office(dialect, data)) {
      User sam = office.add("sam.doe", "service_manager").user();
      User lee = office.add("lee.roe", "analyst").user();
      long id =
          office
              .apiTokens
              .create(person(office, sam), sam.id(), "X", Set.of("security:account"), IN_A_MONTH)
              .token()
              .id();
      assertThat(office.apiTokens.revoke(person(office, lee), id)).isFalse();
      assertThat(office.apiTokens.of(sam.id())).hasSize(1).allMatch(t -> t.revokedAt() == null);
    }
  }

  private static Call person(Office office, User user) {
    Set<String> installed = office.catalog.installed();
    Actor actor =
        office
            .test
            .database()
            .read(
                c ->
                    Rights.of(c, user.id(), installed)
                        .person(user.id(), user.login(), user.displayName()));
    return new Call(actor, Office.ORIGIN, "-");
  }
}
