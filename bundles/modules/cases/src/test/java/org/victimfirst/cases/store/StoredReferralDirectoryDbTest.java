package org.victimfirst.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.cases.store.TestCases.call;
import static org.victimfirst.cases.store.TestCases.person;
import static org.victimfirst.cases.store.TestCases.referral;
import static org.victimfirst.cases.store.TestCases.senior;

import java.time.LocalDateTime;
import java.util.List;
import org.victimfirst.api.cases.ReferralDirectory;
import org.victimfirst.api.cases.ReferralSummary;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.NewReferral;
import org.victimfirst.testing.OnEachDatabase;

class StoredReferralDirectoryDbTest {
  @OnEachDatabase
  void namesReferralsWithTheirCases(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      CaseFile opened = Worked.file(cases, Worked.openCase(cases));
      long answered = opened.referralId();
      long waiting =
          cases.referrals.receive(
              senior(),
              new NewReferral(
                  0,
                  person("Alex", "Exampleford", "1988-02-03"),
                  referral("2026-11-10T08:00:00", "no", "unknown"),
                  null));
      ReferralDirectory directory = new StoredReferralDirectory(cases.database, cases.test.audit());

      List<ReferralSummary> found = directory.find(senior(), List.of(waiting, 1L, answered));

      assertThat(found).extracting(ReferralSummary::id).containsExactly(waiting, answered);
      assertThat(found.get(0).caseId()).isZero();
      assertThat(found.get(0).caseReference()).isEmpty();
      assertThat(found.get(0).personName()).isEqualTo("Alex Exampleford");
      assertThat(found.get(0).receivedAt()).isEqualTo(LocalDateTime.of(2026, 11, 10, 8, 0));
      assertThat(found.get(1).caseId()).isEqualTo(opened.summary().id());
      assertThat(found.get(1).caseReference()).isEqualTo(opened.summary().reference());
      assertThat(cases.test.audit().entries())
          .last()
          .satisfies(
              entry -> {
                assertThat(entry.action()).isEqualTo("cases.referrals.looked-up");
                assertThat(entry.details()).containsEntry("shown", "2");
                assertThat(entry.details().get("referrals"))
                    .contains(Long.toString(waiting), Long.toString(answered));
              });
    }
  }

  @OnEachDatabase
  void namesNoneToWhoMayNotReadCases(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long answered = Worked.file(cases, Worked.openCase(cases)).referralId();
      ReferralDirectory directory = new StoredReferralDirectory(cases.database, cases.test.audit());
      int before = cases.test.audit().entries().size();

      assertThat(directory.find(call("analyst", "reporting:read"), List.of(answered))).isEmpty();
      assertThat(cases.test.audit().entries()).hasSize(before);
    }
  }
}
