package org.victimfirst.cases.store;

import static org.victimfirst.cases.store.TestCases.person;
import static org.victimfirst.cases.store.TestCases.referral;
import static org.victimfirst.cases.store.TestCases.senior;

import java.time.LocalDateTime;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.Closing;
import org.victimfirst.cases.domain.NewAttempt;

/** A case that is worked on, for tests of what can be done with it. */
final class Worked {
  static final LocalDateTime CALLED = LocalDateTime.of(2026, 11, 11, 9, 0);

  private Worked() {}

  static long openCase(TestCases cases) {
    cases.now("2026-11-10T10:00:00");
    return cases.openCase(
        person("Ruth", "Exampleford", "1990-05-04"),
        referral("2026-11-09T08:00:00", "no", "unknown"));
  }

  static CaseFile file(TestCases cases, long id) {
    return cases.files.find(senior(), id).orElseThrow();
  }

  static NewAttempt attempt(String channel, String result) {
    return new NewAttempt(CALLED, channel, result, "");
  }

  static int version(TestCases cases, long id) {
    return file(cases, id).version();
  }

  static void close(TestCases cases, long id, String outcome) {
    cases.casework.close(senior(), id, version(cases, id), new Closing(outcome, "", ""));
  }
}
