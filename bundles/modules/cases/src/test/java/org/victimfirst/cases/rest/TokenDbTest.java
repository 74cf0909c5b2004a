package org.victimfirst.cases.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** What is done with an access token is done for its owner. */
class TokenDbTest {
  private static final Call TOKEN =
      new Call(
          new Actor(
              1,
              Actor.tokenLogin("cw01", "nightly"),
              "Marek Stone",
              Actor.Kind.TOKEN,
              Set.of(),
              Set.of("cases:read", "cases:write")),
          "127.0.0.1",
          "test");

  @OnEachDatabase
  void takesACaseForItsOwnerAndNobodyElse(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      cases.now("2026-11-10T10:00:00");
      long id =
          cases.openCase(
              TestCases.person("Ruth", "Exampleford", "1990-05-04"),
              TestCases.referral("2026-11-09T08:00:00", "no", "unknown"));
      int version = cases.files.find(TestCases.senior(), id).orElseThrow().version();

      assertThatThrownBy(() -> cases.casework.assign(TOKEN, id, version, "cw03", ""))
          .isInstanceOf(AccessDeniedException.class);
      cases.casework.assign(TOKEN, id, version, "cw01", "");

      assertThat(cases.files.list(TOKEN, CaseFilter.ALL.withWorker("cw01"), 1, 10).items())
          .hasSize(1);
      assertThat(mine(cases)).isEqualTo(1);
    }
  }

  private static long mine(TestCases cases) {
    return new CaseResource(cases.files, () -> TOKEN)
        .list("open", "me", "", "", "", "", null, null, null, null, false, false, "", 1, 10)
        .total();
  }
}
