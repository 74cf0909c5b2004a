package org.victimfirst.security.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.internal.store.Desk;

class ResourcesTest {
  @TempDir Path data;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(data);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private UsersResource users(Call call) {
    return new UsersResource(desk.people(), () -> call);
  }

  @Test
  void userIsListedReadAndChangedWithItsVersion() {
    long id = desk.add("sam.doe", "caseworker");
    UsersResource users = users(desk.owner());
    UserView sam = users.list("sam", 1, 50).items().get(0);
    assertThat(sam.id()).isEqualTo(Long.toString(id));
    assertThat(sam.password()).isNull();
    UserBody body = new UserBody(null, "Sam Roe", null, List.of("auditor"), true);
    assertThatThrownBy(() -> users.change(id, null, body))
        .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.status()).isEqualTo(428));
    UserView changed = users.change(id, "\"1\"", body);
    assertThat(changed.version()).isEqualTo(2);
    assertThat(users.get(id).roles()).containsExactly("auditor");
    assertThatThrownBy(() -> users.change(id, "\"1\"", body))
        .isInstanceOf(StaleVersionException.class);
    assertThat(users.resetPassword(id).password()).isNotBlank();
  }

  @Test
  void everyFieldThatIsRefusedIsInTheProblem() {
    assertThatThrownBy(() -> users(desk.owner()).add(new UserBody(null, null, null, null, null)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.status()).isEqualTo(422);
              assertThat(e.code()).isEqualTo("login_unusable");
              assertThat(e.members()).containsKeys("field", "errors");
            });
  }

  @Test
  void nobodyComesBackByAChangeOfTheirName() {
    long sam = desk.add("sam.doe", "caseworker");
    UsersResource users = new UsersResource(desk.people(), () -> desk.owner());
    UserBody named = new UserBody(null, "Sam Roe", null, List.of("caseworker"), null);

    assertThatThrownBy(() -> users.change(sam, "\"1\"", named))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo("active_missing"));
    UserBody closed = new UserBody(null, "Sam Roe", null, List.of("caseworker"), false);
    assertThat(users.change(sam, "\"1\"", closed).active()).isFalse();
  }

  @Test
  void roleIsChanged() {
    RolesResource roles = new RolesResource(desk.roles(), desk.catalog(), () -> desk.owner());
    assertThat(roles.list()).hasSize(10);
    assertThat(roles.permissions())
        .extracting(RolesResource.PermissionView::name)
        .contains("needs:read", "security:users");
    RolesResource.RoleView changed =
        roles.change(
            "auditor", "\"1\"", new RolesResource.PermissionsBody(List.of("security:audit")));
    assertThat(changed.permissions()).containsExactly("security:audit");
    desk.leave("needs");
    assertThat(roles.get("caseworker").away()).containsExactly("needs:assess", "needs:read");
    assertThatThrownBy(() -> roles.get("king")).isInstanceOf(ProblemException.class);
  }

  @Test
  void tokensAreListedForTheirOwnerOnly() {
    long system = desk.addSystem("court-feed", "partner_system");
    TokensResource owner = new TokensResource(desk.tokens(), () -> desk.owner());
    TokensResource.TokenBody body =
        new TokensResource.TokenBody(
            Long.toString(system),
            "Feed",
            List.of("security:account"),
            LocalDate.parse("2020-07-01"));
    TokensResource.TokenView made = (TokensResource.TokenView) owner.create(body).getEntity();
    assertThat(made.token()).startsWith("vft_");
    assertThat(owner.list(false)).isEmpty();
    assertThat(owner.list(true)).singleElement().satisfies(t -> assertThat(t.token()).isNull());
    long sam = desk.add("sam.doe", "service_manager");
    TokensResource other = new TokensResource(desk.tokens(), () -> desk.by(sam));
    assertThatThrownBy(() -> other.list(true)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> other.revoke(Long.parseLong(made.id())))
        .isInstanceOf(ProblemException.class);
    owner.revoke(Long.parseLong(made.id()));
    assertThat(owner.list(true).get(0).revokedAt()).isNotNull();
  }

  @Test
  void meSaysWhatTheCallerMayDo() {
    long sam = desk.add("sam.doe", "caseworker");
    MeResource.Me me = new MeResource(() -> desk.by(sam)).me();
    assertThat(me.login()).isEqualTo("sam.doe");
    assertThat(me.permissions()).contains("needs:read", "security:account");
  }
}
