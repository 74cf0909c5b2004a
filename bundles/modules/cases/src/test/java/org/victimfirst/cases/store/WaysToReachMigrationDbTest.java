package org.victimfirst.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.cases.store.TestCases.person;
import static org.victimfirst.cases.store.TestCases.referral;
import static org.victimfirst.cases.store.TestCases.senior;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.cases.domain.PersonDetails;
import org.victimfirst.testing.OnEachDatabase;

/** What version 6 of the schema makes of people who were stored before. */
class WaysToReachMigrationDbTest {
  /** The statements that look at rows. */
  private static List<String> updates() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            WaysToReachMigrationDbTest.class.getResourceAsStream("/db/V6__ways_to_reach.sql"))) {
      String sql =
          new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
      return Arrays.stream(sql.split(";", -1))
          .map(String::strip)
          .filter(statement -> statement.startsWith("UPDATE"))
          .toList();
    }
  }

  private static void run(TestCases cases, List<String> statements) {
    cases.database.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
              statement.execute(sql);
            }
          }
          return 0;
        });
  }

  @OnEachDatabase
  void aYesAboutAnotherAddressEndsAndTheAddressIsShown(Dialect dialect) throws Exception {
    try (TestCases cases = new TestCases(dialect)) {
      cases.now("2026-11-10T10:00:00");
      PersonDetails ruth = person("Ruth", "Exampleford", "1990-05-04");
      long moved = cases.openCase(ruth, referral("2026-11-08T08:00:00", "yes", "unknown"));
      long stays = cases.openCase(ruth, referral("2026-11-08T09:00:00", "yes", "yes"));
      PersonDetails elsewhere =
          new PersonDetails(
              "Ruth", "E", null, "female", "07700 900123", "", "9 New Street", "", "", "", "");
      long person = Worked.file(cases, moved).summary().personId();
      cases.referrals.receive(
          senior(),
          new NewReferral(
              person, elsewhere, referral("2026-11-09T08:00:00", "unknown", "yes"), null));
      run(
          cases,
          List.of(
              "UPDATE cases.person SET compared_to = NULL",
              "UPDATE cases.person SET safe_to_write = 'yes',"
                  + " write_told_at = (SELECT MAX(received_at) FROM cases.referral) WHERE id = "
                  + person));
      assertThat(Worked.file(cases, moved).safeContact().state("letter")).isEqualTo(State.YES);

      run(cases, updates());

      assertThat(Worked.file(cases, moved).safeContact())
          .satisfies(now -> assertThat(now.state("letter")).isEqualTo(State.NOT_ASKED))
          .satisfies(now -> assertThat(now.state("voicemail")).isEqualTo(State.YES))
          .satisfies(now -> assertThat(now.state("call")).isEqualTo(State.YES));
      assertThat(Worked.file(cases, moved).others())
          .extracting(other -> other.person().addressLine1())
          .containsExactly("9 New Street");
      assertThat(Worked.file(cases, stays).safeContact().state("letter")).isEqualTo(State.YES);
      assertThat(Worked.file(cases, stays).others()).isEmpty();
    }
  }
}
