package org.victimfirst.cases.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.cases.store.TestCases;

/** Counts the facts of the quarter by hand and compares them with the figures that are expected. */
final class QuarterFigures {
  private static final LocalDate FROM = LocalDate.of(2020, 4, 1);
  private static final LocalDate TO = LocalDate.of(2020, 6, 30);

  private QuarterFigures() {}

  static void check(TestCases cases) throws Exception {
    JsonNode sections = report().get("sections");
    Map<String, Map<String, Long>> closed = new TreeMap<>();
    Map<String, Map<String, Long>> received = new TreeMap<>();
    cases.database.read(
        connection -> {
          CodeBook book = cases.facts.codeBook(connection);
          cases.facts.closed(
              connection,
              FROM,
              TO,
              fact -> {
                count(closed, "total", fact.enhanced() ? "enhanced" : "other");
                count(closed, "child", fact.child() + " " + fact.enhanced());
                for (FactDimension dimension : FactDimension.values()) {
                  String code = book.code(dimension.list(), fact.id(dimension));
                  count(closed, dimension.list(), code);
                  if (fact.enhanced()) {
                    count(closed, dimension.list() + " enhanced", code);
                  }
                }
                for (int id = 1; id <= book.max(CodeBook.DISABILITY); id++) {
                  if ((fact.disabilities() >> (id - 1) & 1) == 1) {
                    count(closed, "disability", book.code(CodeBook.DISABILITY, id));
                  }
                }
                assertThat(fact.closedDay()).isGreaterThanOrEqualTo(fact.receivedDay());
              });
          cases.facts.received(
              connection,
              FROM,
              TO,
              fact ->
                  count(
                      received,
                      "source",
                      book.code(FactDimension.SOURCE.list(), fact.id(FactDimension.SOURCE))));
          return closed;
        });
    assertThat(received.get("source"))
        .satisfies(
            sources ->
                assertThat(sources.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(sections.at("/new_referrals/figures/total").asLong()));
    same(closed, "referral_source", sections.at("/referral_source/figures/closed"));
    same(closed, "referral_source enhanced", sections.at("/referral_source/figures/enhanced"));
    same(closed, "occurrence_type", sections.at("/crime_types/figures/closed"));
    same(closed, "is_repeat_victim", sections.at("/repeat_victims/figures/closed"));
    for (String list :
        List.of("gender", "ethnicity", "religion", "sexual_orientation", "communication_need")) {
      same(closed, list, sections.at("/demographics/figures/" + list + "/closed"));
    }
    same(closed, "age_band", sections.at("/demographics/figures/age/closed"));
    same(closed, "disability", sections.at("/demographics/figures/disability/closed"));
    same(closed, "beat", sections.at("/geography/figures/beat/closed"));
    assertThat(closed.get("child"))
        .containsEntry("true true", 36L)
        .containsEntry("true false", 144L);
    assertThat(closed.get("total")).containsEntry("enhanced", 560L).containsEntry("other", 2081L);
  }

  private static void same(Map<String, Map<String, Long>> counted, String list, JsonNode expected) {
    Map<String, Long> wanted = new TreeMap<>();
    expected
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().asLong() != 0) {
                wanted.put(field.getKey(), field.getValue().asLong());
              }
            });
    assertThat(wanted).isNotEmpty();
    assertThat(counted.get(list)).as(list).isEqualTo(wanted);
  }

  private static void count(Map<String, Map<String, Long>> counts, String list, String code) {
    counts.computeIfAbsent(list, name -> new TreeMap<>()).merge(code, 1L, Long::sum);
  }

  private static JsonNode report() throws Exception {
    try (InputStream in =
        new GZIPInputStream(
            Objects.requireNonNull(
                QuarterFigures.class.getResourceAsStream("/extract/expected_report.json.gz")))) {
      return new ObjectMapper().readTree(in);
    }
  }
}
