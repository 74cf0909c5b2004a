package org.victimfirst.cases.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.cases.store.TestCases;

/** Rows of people and of their referrals, for tests that load them. */
abstract class ImportedPeople {
  private static final List<String> EMPTY =
      List.of(
          "crime_reference",
          "offence_date",
          "police_force",
          "vcop_hate_flag",
          "vcop_enhanced_entitlement",
          "officer_in_case",
          "offence_summary",
          "phone",
          "email",
          "address_line_1",
          "address_line_2",
          "town",
          "postcode");

  final List<ExtractRow> people = new ArrayList<>();
  final List<ExtractRow> referrals = new ArrayList<>();

  void person(String key) {
    Map<String, String> cells = new LinkedHashMap<>();
    List.of("ethnicity", "disability", "religion", "sexual_orientation", "communication_need")
        .forEach(column -> cells.put(column, "unknown"));
    cells.put("recorded_at", "");
    cells.put("person_id", key);
    people.add(new TestRow(people.size() + 1, people.size() + 2, key, cells));
  }

  Map<String, String> referral(String key, String person, String received) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (String column : EMPTY) {
      cells.put(column, "");
    }
    cells.putAll(
        Map.of(
            "referral_id", key,
            "person_id", person,
            "received_at", received,
            "source", "rtc",
            "role", "victim",
            "occurrence_type", "harassment",
            "victim_first_name", "Unknown",
            "victim_last_name", "Unknown",
            "date_of_birth", "1900-01-01",
            "beat", "unknown"));
    for (String column :
        List.of(
            "gender",
            "safe_to_leave_message",
            "safe_to_write",
            "preferred_contact",
            "consent_given",
            "is_repeat_victim",
            "domestic_flag",
            "language")) {
      cells.put(column, "unknown");
    }
    referrals.add(new TestRow(referrals.size() + 1, referrals.size() + 2, key, cells));
    return cells;
  }

  TestProblems load(TestCases cases) {
    TestProblems problems = new TestProblems();
    long run = cases.test.ids().next();
    List<ExtractLoader> loaders = ImportDbTest.loaders(cases);
    ImportDbTest.loadRows(cases, loaders.get(0), run, people, problems.of("demographics.csv"));
    ImportDbTest.loadRows(cases, loaders.get(1), run, referrals, problems.of("referrals.csv"));
    people.clear();
    referrals.clear();
    return problems;
  }
}
