package org.victimfirst.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.cases.store.TestCases.senior;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** What referrers told about safe contact, of people who are stored already. */
class ImportedAnswersDbTest extends ImportedPeople {
  /** What was told of a person, by channel, as a page shows it. */
  private static String told(TestCases cases, long referral) {
    return cases.referrals.find(senior(), referral).orElseThrow().safeContact().channels().stream()
        .filter(channel -> channel.state() != State.NOT_ASKED)
        .map(channel -> channel.code() + " " + channel.state())
        .collect(Collectors.joining(", "));
  }

  /** A case of P1 with the phone ending 123, which somebody works on. */
  private long workedWithPhone(TestCases cases) {
    cases.now("2020-06-12T10:00:00");
    person("P1");
    referral("R1", "P1", "2020-06-08T09:00:00").put("phone", "07700 900123");
    load(cases);
    long first = cases.referrals.waiting(senior(), 1, 9).items().get(0).referralId();
    cases.casework.open(senior(), first, "");
    return first;
  }

  @OnEachDatabase
  void aYesEndsWithAnotherPhoneOfTheSameLoad(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long first = workedWithPhone(cases);

      referral("R2", "P1", "2020-06-09T09:00:00")
          .putAll(
              Map.of(
                  "phone", "07700 900123",
                  "safe_to_leave_message", "yes",
                  "preferred_contact", "phone"));
      referral("R3", "P1", "2020-06-10T09:00:00").put("phone", "07700 900456");
      load(cases);

      assertThat(told(cases, first)).isEmpty();
    }
  }

  @OnEachDatabase
  void anOlderYesThatComesLaterEndsAllTheSame(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long first = workedWithPhone(cases);
      referral("R3", "P1", "2020-06-10T09:00:00").put("phone", "07700 900456");
      load(cases);

      referral("R2", "P1", "2020-06-09T09:00:00")
          .putAll(
              Map.of(
                  "phone", "07700 900123",
                  "safe_to_leave_message", "yes",
                  "preferred_contact", "phone"));
      load(cases);

      assertThat(told(cases, first)).isEmpty();
    }
  }

  @OnEachDatabase
  void aNoStaysWhateverComesOfAnotherPhone(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long first = workedWithPhone(cases);

      referral("R3", "P1", "2020-06-10T09:00:00")
          .putAll(Map.of("phone", "07700 900456", "safe_to_leave_message", "yes"));
      referral("R2", "P1", "2020-06-09T09:00:00")
          .putAll(Map.of("phone", "07700 900123", "safe_to_leave_message", "no"));
      load(cases);

      assertThat(told(cases, first)).isEqualTo("voicemail NO, text NO");
    }
  }

  @OnEachDatabase
  void aYesHoldsHoweverItsPhoneIsWritten(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      long first = workedWithPhone(cases);

      referral("R2", "P1", "2020-06-09T09:00:00")
          .putAll(Map.of("phone", "+44 7700 900 123", "safe_to_leave_message", "yes"));
      load(cases);

      assertThat(told(cases, first)).isEqualTo("voicemail YES");
    }
  }

  /** Four referrals of many people, in each order and cut at each place. */
  @OnEachDatabase
  void theOrderAndWhereALoadStoppedMakeNoDifference(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect)) {
      cases.now("2020-06-12T10:00:00");
      List<List<Integer>> orders = orders(List.of(1, 2, 3, 4));
      Map<String, Integer> cuts = new LinkedHashMap<>();
      for (int order = 0; order < orders.size(); order++) {
        for (int cut = 0; cut <= 4; cut++) {
          cuts.put("P%02d%d".formatted(order, cut), cut);
        }
      }
      cuts.keySet().forEach(this::person);
      List<ExtractRow> everybody = List.copyOf(people);
      List<ExtractRow> all = new ArrayList<>();
      List<ExtractRow> before = new ArrayList<>();
      List<ExtractRow> after = new ArrayList<>();
      cuts.forEach(
          (key, cut) -> {
            List<Integer> order = orders.get(Integer.parseInt(key.substring(1, 3)));
            for (int i = 0; i < order.size(); i++) {
              oneOfFour(key, order.get(i));
              (i < cut ? before : after).add(referrals.get(referrals.size() - 1));
            }
          });
      all.addAll(referrals);

      referrals.retainAll(before);
      load(cases);
      referrals.addAll(after);
      load(cases);
      assertThat(toldOfAll(cases)).hasSize(4 * cuts.size()).containsOnly("email NO, letter NO");

      people.addAll(everybody);
      referrals.addAll(all);
      load(cases);
      assertThat(toldOfAll(cases)).hasSize(4 * cuts.size()).containsOnly("email NO, letter NO");
    }
  }

  /**
   * The third gives another phone, so the second's "yes" has ended, though the fourth is its own.
   */
  private void oneOfFour(String person, int which) {
    Map<String, String> cells =
        referral("R" + person + which, person, "2020-06-0" + which + "T09:00");
    cells.putAll(Map.of("victim_last_name", person, "phone", "07700 900123"));
    switch (which) {
      case 1 -> cells.putAll(Map.of("address_line_1", "1 Old Road", "safe_to_write", "yes"));
      case 2 ->
          cells.putAll(
              Map.of(
                  "safe_to_leave_message", "yes",
                  "safe_to_write", "no",
                  "preferred_contact", "phone"));
      case 3 -> cells.put("phone", "07700 900456");
      default -> cells.put("address_line_1", "1 Old Road");
    }
  }

  private static List<String> toldOfAll(TestCases cases) {
    List<String> told = new ArrayList<>();
    for (int page = 1; cases.referrals.waiting(senior(), page, 200).items().size() > 0; page++) {
      cases.referrals.waiting(senior(), page, 200).items().stream()
          .map(one -> told(cases, one.referralId()))
          .forEach(told::add);
    }
    return told;
  }

  private static List<List<Integer>> orders(List<Integer> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> orders = new ArrayList<>();
    for (Integer first : of) {
      List<Integer> rest = new ArrayList<>(of);
      rest.remove(first);
      for (List<Integer> order : orders(rest)) {
        List<Integer> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }
}
