package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which role may do what: one table, tried through the door that partners' systems use. */
class RolesTest {
  private static final List<String> ROLES =
      List.of(
          "triage_worker",
          "caseworker",
          "senior_caseworker",
          "rj_caseworker",
          "engagement_officer",
          "service_manager",
          "analyst",
          "administrator",
          "auditor",
          "partner_system");

  private static final String QUARTER = "?from=2020-04-01&to=2020-06-30";

  /** Address to the roles that may read it; everybody else gets 403. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry(
              "/api/v1/cases",
              Set.of(
                  "triage_worker",
                  "caseworker",
                  "senior_caseworker",
                  "rj_caseworker",
                  "service_manager")),
          Map.entry(
              "/api/v1/cases/referrals",
              Set.of(
                  "triage_worker",
                  "caseworker",
                  "senior_caseworker",
                  "rj_caseworker",
                  "service_manager")),
          Map.entry(
              "/api/v1/intake/imports",
              Set.of("triage_worker", "senior_caseworker", "service_manager")),
          Map.entry(
              "/api/v1/reporting/quarterly" + QUARTER,
              Set.of("senior_caseworker", "service_manager", "analyst")),
          Map.entry("/api/v1/modules", Set.of("administrator", "service_manager", "auditor")),
          Map.entry("/api/v1/security/users", Set.of("administrator")),
          Map.entry("/api/v1/security/roles", Set.of("administrator")),
          Map.entry("/api/v1/security/audit", Set.of("auditor")),
          Map.entry("/api/v1/security/audit/verify", Set.of("auditor")),
          Map.entry("/api/v1/security/me", Set.copyOf(ROLES)));

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  static Stream<Arguments> everyRoleAtEveryDoor() {
    return ALLOWED.entrySet().stream()
        .flatMap(
            door ->
                ROLES.stream()
                    .map(
                        role -> Arguments.of(role, door.getKey(), door.getValue().contains(role))));
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @MethodSource("everyRoleAtEveryDoor")
  void aRoleOpensItsDoorsOnly(String role, String address, boolean allowed) {
    Instance instance = Shared.on(Store.DERBY);
    String token = TOKENS.computeIfAbsent(role, name -> People.token(instance, name));

    Instance.Answer answer = instance.get(address, token);

    assertThat(answer.status()).as(answer.body()).isEqualTo(allowed ? 200 : 403);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void nobodyOpensAnything(String address) {
    Instance.Answer answer = Shared.on(Store.DERBY).get(address, null);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.response().headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }

  static Stream<String> doors() {
    return ALLOWED.keySet().stream();
  }
}
