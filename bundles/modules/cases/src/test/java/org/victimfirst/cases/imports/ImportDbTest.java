package org.victimfirst.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.victimfirst.cases.store.TestCases.senior;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.PersonSearch;
import org.victimfirst.cases.domain.Referrals;
import org.victimfirst.cases.domain.SearchResult;
import org.victimfirst.cases.store.TestCases;
import org.victimfirst.testing.OnEachDatabase;

/** The messy extract, from the rows that intake hands over to the figures of the quarter. */
class ImportDbTest {
  static final LocalDate EXTRACTED = LocalDate.of(2020, 7, 15);
  private static final LocalDate FROM = LocalDate.of(2020, 4, 1);
  static final int BATCH = 1000;

  /** What is looked at here; the form of files and cells is intake's. */
  private static final Set<String> OURS =
      Set.of(
          "duplicate_key",
          "exact_duplicate",
          "orphan",
          "parent_rejected",
          "date_order",
          "future_date",
          "rule",
          "malformed_contact",
          "implausible_date",
          "contradiction");

  private static final Set<String> NAMED_BY_US = Set.of("R90000047", "C90000008", "C90000007");

  @OnEachDatabase
  void everyRowOfTheMessyExtractComesOutAsItShould(Dialect dialect) throws Exception {
    try (TestCases cases = new TestCases(dialect, new StoredLegacyCases())) {
      TestProblems problems = new TestProblems();
      Map<String, LoadResult> first = load(cases, 1, problems);

      assertThat(problems.found)
          .extracting(TestProblems.Found::toString)
          .containsExactlyInAnyOrderElementsOf(expected());
      assertThat(first.values()).allMatch(result -> result.unchanged() == 0);
      verbatim(cases);
      pairs(cases);
      QuarterFigures.check(cases);
      search(cases);

      TestProblems again = new TestProblems();
      Map<String, LoadResult> second = load(cases, 2, again);
      assertThat(second.values()).allMatch(result -> result.added() == 0);
      assertThat(counts(second)).isEqualTo(counts(first));
      assertThat(again.found)
          .filteredOn(found -> found.expect().equals("reject"))
          .extracting(found -> found.file() + found.record())
          .containsExactlyInAnyOrderElementsOf(
              problems.found.stream()
                  .filter(found -> found.expect().equals("reject"))
                  .map(found -> found.file() + found.record())
                  .toList());
    }
  }

  @OnEachDatabase
  void peopleOfALaterImportAreComparedWithThoseOfAnEarlierOne(Dialect dialect) throws Exception {
    try (TestCases cases = new TestCases(dialect, new StoredLegacyCases())) {
      for (boolean later : List.of(false, true)) {
        long run = cases.test.ids().next();
        for (ExtractLoader loader : loaders(cases).subList(0, 2)) {
          List<? extends ExtractRow> rows =
              new TestExtract(loader.file(), loader.columns())
                  .rows.stream()
                      .filter(row -> later || !row.get("person_id").startsWith("P9"))
                      .toList();
          loadRows(cases, loader, run, rows, new TestProblems().of(loader.file()));
        }
      }
      pairs(cases);
    }
  }

  @OnEachDatabase
  void aChangedRowIsReportedAndNotTaken(Dialect dialect) {
    try (TestCases cases = new TestCases(dialect, new StoredLegacyCases())) {
      ExtractLoader loader = new DemographicsLoader(cases.database, cases.test.ids());
      Map<String, String> cells = new LinkedHashMap<>();
      loader.columns().forEach(column -> cells.put(column.name(), "unknown"));
      cells.put("recorded_at", "2020-05-01");
      cells.put("person_id", "P00000001");
      ExtractRow row = new TestRow(1, 2, "P00000001", cells);
      assertThat(loadRows(cases, loader, 1, List.of(row), new TestProblems()).added()).isEqualTo(1);

      Map<String, String> other = new LinkedHashMap<>(cells);
      other.put("religion", "sikh");
      TestProblems problems = new TestProblems();
      LoadResult result =
          loadRows(cases, loader, 2, List.of(new TestRow(1, 2, "P00000001", other)), problems);

      assertThat(result).isEqualTo(new LoadResult(0, 0));
      assertThat(problems.found)
          .extracting(TestProblems.Found::code)
          .containsExactly("changed_row");
      assertThat(
              text(
                  cases,
                  "SELECT religion FROM cases.demographics WHERE legacy_key = ?",
                  "P00000001"))
          .isEqualTo("unknown");
    }
  }

  static Map<String, LoadResult> load(TestCases cases, long run, TestProblems problems) {
    Map<String, LoadResult> results = new LinkedHashMap<>();
    for (ExtractLoader loader : loaders(cases)) {
      TestExtract extract = new TestExtract(loader.file(), loader.columns());
      TestProblems ofFile = problems.of(loader.file());
      ofFile.refusedByIntake(extract.refused);
      results.put(loader.file(), loadRows(cases, loader, run, extract.rows, ofFile));
    }
    return results;
  }

  static List<ExtractLoader> loaders(TestCases cases) {
    return List.of(
        new DemographicsLoader(cases.database, cases.test.ids()),
        new ReferralsLoader(
            cases.database, cases.test.ids(), TestCases.PROFILES, cases.codes, cases.duplicates),
        new CasesLoader(
            cases.database,
            cases.test.ids(),
            cases.test.references(),
            TestCases.PROFILES,
            cases.codes),
        new AttemptsLoader(cases.database, cases.test.ids(), new StoredLegacyCases()));
  }

  static LoadResult loadRows(
      TestCases cases,
      ExtractLoader loader,
      long run,
      List<? extends ExtractRow> rows,
      TestProblems problems) {
    int added = 0;
    int unchanged = 0;
    try (ExtractLoader.Session session = loader.open(new ExtractLoader.Import(run, EXTRACTED))) {
      for (int from = 0; from < rows.size(); from += BATCH) {
        List<ExtractRow> batch =
            new ArrayList<>(rows.subList(from, Math.min(from + BATCH, rows.size())));
        LoadResult result =
            cases.database.write(connection -> session.load(connection, batch, problems));
        added += result.added();
        unchanged += result.unchanged();
      }
      cases.database.write(
          connection -> {
            session.finish(connection, problems);
            return loader.file();
          });
    }
    return new LoadResult(added, unchanged);
  }

  private static Map<String, Integer> counts(Map<String, LoadResult> results) {
    Map<String, Integer> counts = new HashMap<>();
    results.forEach((file, result) -> counts.put(file, result.added() + result.unchanged()));
    return counts;
  }

  private static List<String> expected() throws Exception {
    List<String> expected = new ArrayList<>();
    for (JsonNode row : manifest()) {
      boolean ours =
          OURS.contains(row.get("code").asText()) || NAMED_BY_US.contains(row.get("key").asText());
      if (ours) {
        expected.add(
            new TestProblems.Found(
                    row.get("file").asText(),
                    row.get("record").asLong(),
                    row.get("key").asText(),
                    row.get("column").asText(),
                    row.get("code").asText(),
                    row.get("expect").asText())
                .toString());
      }
    }
    return expected;
  }

  private static JsonNode manifest() throws Exception {
    try (InputStream in = ImportDbTest.class.getResourceAsStream("/extract/messy_expected.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  /** What is to be accepted is stored letter for letter. */
  private static void verbatim(TestCases cases) throws Exception {
    Map<String, String> columns =
        Map.of(
            "victim_first_name", "r.first_name",
            "victim_last_name", "r.last_name",
            "offence_summary", "i.offence_summary",
            "phone", "r.phone",
            "email", "r.email",
            "postcode", "r.postcode",
            "date_of_birth", "r.date_of_birth");
    int looked = 0;
    for (JsonNode row : manifest()) {
      String column = columns.get(row.get("column").asText());
      boolean taken =
          !row.get("expect").asText().equals("reject")
              && row.get("file").asText().equals("referrals.csv")
              && column != null
              && row.has("value")
              && !row.get("code").asText().equals("windows_1252");
      if (taken) {
        String sql =
            "SELECT "
                + column
                + " FROM cases.referral r JOIN cases.incident i ON i.id = r.incident_id"
                + " WHERE r.legacy_key = ?";
        assertThat(text(cases, sql, row.get("key").asText()))
            .as(row.get("code").asText())
            .isEqualTo(row.get("value").asText());
        looked++;
      }
    }
    assertThat(looked).isGreaterThan(18);
    assertThat(
            Objects.requireNonNull(
                text(
                    cases,
                    "SELECT i.offence_summary FROM cases.referral r JOIN cases.incident i"
                        + " ON i.id = r.incident_id WHERE r.legacy_key = ?",
                    "R90000046")))
        .hasSize(50_000);
  }

  /** Whoever may be known already is offered for review, and nobody else. */
  private static void pairs(TestCases cases) throws Exception {
    Set<Set<String>> expected = new HashSet<>();
    for (JsonNode row : manifest()) {
      if (row.get("code").asText().equals("possible_duplicate_person")) {
        expected.add(
            Set.of(
                Objects.requireNonNull(
                    text(
                        cases,
                        "SELECT person_id FROM cases.referral WHERE legacy_key = ?",
                        row.get("key").asText())),
                Objects.requireNonNull(
                    text(
                        cases,
                        "SELECT person_id FROM cases.referral WHERE legacy_key = ?",
                        row.get("similar_to_referral").asText()))));
      }
    }
    Set<Set<String>> found = new HashSet<>();
    for (Referrals.PossibleDuplicate pair :
        cases.referrals.possibleDuplicates(senior(), 1, 200).items()) {
      found.add(Set.of("" + pair.personId(), "" + pair.otherPersonId()));
    }
    assertThat(found).containsAll(expected);
    // The added rows are copies of sound ones under a new person; the sound ones pair with nobody.
    assertThat(found)
        .allMatch(
            pair -> pair.stream().anyMatch(person -> legacyKey(cases, person).startsWith("P9")));
  }

  private static String legacyKey(TestCases cases, String person) {
    return Objects.requireNonNullElse(
        text(
            cases,
            "SELECT legacy_key FROM cases.demographics WHERE person_id = CAST(? AS BIGINT)",
            person),
        "");
  }

  /** The quarter's figures come out of the facts as they were published. */
  private static void search(TestCases cases) {
    SearchResult prefix = find(cases, "hawcom");
    assertThat(prefix.how()).isEqualTo("name");
    assertThat(prefix.rows())
        .isNotEmpty()
        .allMatch(row -> row.summary().personName().contains("Hawcom"));
    assertThat(find(cases, "Renée Hawcombe").rows())
        .isNotEmpty()
        .allMatch(row -> row.summary().personName().equals("Renée Hawcombe"));
    assertThat(names(find(cases, "hawcombe, renee")))
        .isEqualTo(names(find(cases, "Renée Hawcombe")));
    assertThat(find(cases, "Hawkombe").how()).isEqualTo("similar_name");
    assertThat(find(cases, "20*270381").how()).isEqualTo("police_reference");
    String reference = prefix.rows().get(0).summary().reference();
    assertThat(find(cases, " " + reference.replace("-", " ").toLowerCase(Locale.UK)))
        .satisfies(
            found -> {
              assertThat(found.how()).isEqualTo("reference");
              assertThat(found.rows())
                  .extracting(row -> row.summary().reference())
                  .containsExactly(reference);
            });
    assertThat(cases.files.search(senior(), new PersonSearch("", LocalDate.of(1966, 6, 17))).rows())
        .extracting(row -> row.summary().personName())
        .contains("Renée Hawcombe");
    assertThat(find(cases, "Nobody Hasthisname").rows()).isEmpty();

    CaseFile closed =
        cases
            .files
            .find(
                senior(),
                cases
                    .files
                    .list(senior(), CaseFilter.ALL.withStatus("closed"), 1, 1)
                    .items()
                    .get(0)
                    .summary()
                    .id())
            .orElseThrow();
    assertThat(closed.safeContact().askedOn()).isNotNull();
    CaseFile open =
        cases
            .files
            .find(
                senior(),
                cases
                    .files
                    .list(senior(), CaseFilter.ALL.withStatus("open"), 1, 1)
                    .items()
                    .get(0)
                    .summary()
                    .id())
            .orElseThrow();
    assertThat(open.safeContact().channels())
        .as("answers of the old system have ended")
        .allMatch(channel -> channel.state() == State.NOT_ASKED);
  }

  private static List<String> names(SearchResult result) {
    return result.rows().stream().map(row -> row.summary().reference()).toList();
  }

  private static SearchResult find(TestCases cases, String text) {
    return cases.files.search(senior(), new PersonSearch(text, null));
  }

  private static @Nullable String text(TestCases cases, String sql, String key) {
    return cases
        .database
        .<Optional<String>>read(
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setString(1, key);
                try (ResultSet row = select.executeQuery()) {
                  return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
                }
              }
            })
        .orElse(null);
  }
}
