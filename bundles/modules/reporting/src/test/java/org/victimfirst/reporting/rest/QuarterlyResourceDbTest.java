package org.victimfirst.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.jaxrs.impl.HttpHeadersImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageImpl;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.reporting.domain.Digest;
import org.victimfirst.reporting.domain.Period;
import org.victimfirst.reporting.domain.Report;
import org.victimfirst.reporting.domain.Reports;
import org.victimfirst.reporting.domain.ReportsFixture;
import org.victimfirst.testing.OnEachDatabase;
import org.victimfirst.testing.RecordedAudit;

/** The JSON of the sample quarter. */
class QuarterlyResourceDbTest {
  private static final Period QUARTER = Period.of("2020-04-01", "2020-06-30");

  private static JsonNode json(Report report) throws Exception {
    return new ObjectMapper().readTree(ReportJson.of(report));
  }

  @OnEachDatabase
  void hasTheShapeThatOthersRelyOn(Dialect dialect) throws Exception {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    JsonNode json =
        json(fixture.reports().quarterly(ReportsFixture.manager().actor(), QUARTER, false));
    assertThat(json.at("/period/start").asText()).isEqualTo("2020-04-01");
    assertThat(json.at("/period/end").asText()).isEqualTo("2020-06-30");
    assertThat(json.at("/sections/headlines/figures/enhanced/total").asLong()).isEqualTo(560);
    assertThat(json.at("/sections/headlines/percent/enhanced").decimalValue())
        .isEqualByComparingTo("21.2");
    assertThat(json.at("/sections/crime_types").has("percent")).isFalse();
    assertThat(json.at("/sections").has("hate")).isFalse();
    assertThat(json.get("absent").findValuesAsText("key")).contains("hate");
    assertThat(json.get("checks").findValuesAsText("agrees")).containsOnly("true");
  }

  @OnEachDatabase
  void writesPercentagesOfNothingAsNull(Dialect dialect) throws Exception {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    JsonNode json =
        json(
            fixture
                .reports()
                .quarterly(
                    ReportsFixture.manager().actor(),
                    Period.of("1999-01-01", "1999-03-31"),
                    false));
    assertThat(json.at("/sections/headlines/figures/closed").asLong()).isZero();
    assertThat(json.at("/sections/headlines/percent/enhanced").isNull()).isTrue();
  }

  @OnEachDatabase
  void namesWhatIsWithheld(Dialect dialect) throws Exception {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    Reports reports = fixture.reports();
    JsonNode json = json(reports.quarterly(ReportsFixture.analyst().actor(), QUARTER, false));
    assertThat(json.get("small_counts_withheld").asBoolean()).isTrue();
    assertThat(json.at("/sections/referral_source/figures/closed/sarc").isNull()).isTrue();
    assertThat(json.get("withheld").toString()).contains("referral_source.closed.sarc");
    assertThat(json.get("checks").get(0).has("found")).isFalse();
    assertThatThrownBy(
            () ->
                reports.quarterly(
                    ReportsFixture.analyst().actor(), Period.of("2020-04-01", "2020-06-29"), false))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo("not_a_quarter"));
  }

  @OnEachDatabase
  void givesNobodyWithoutSmallCountsAQuarterThatGoesOn(Dialect dialect) throws Exception {
    Reports reports = ReportsFixture.of(dialect).reportsOn("2020-06-30");
    Actor analyst = ReportsFixture.analyst().actor();
    Actor manager = ReportsFixture.manager().actor();

    assertThatThrownBy(() -> reports.quarterly(analyst, QUARTER, false))
        .isInstanceOfSatisfying(ProblemException.class, QuarterlyResourceDbTest::isNotOver);
    assertThatThrownBy(() -> reports.quarterly(manager, QUARTER, true))
        .isInstanceOfSatisfying(ProblemException.class, QuarterlyResourceDbTest::isNotOver);
    assertThat(json(reports.quarterly(manager, QUARTER, false)).get("small_counts_withheld"))
        .isEqualTo(BooleanNode.FALSE);
    assertThat(
            json(ReportsFixture.of(dialect)
                    .reportsOn("2020-07-01")
                    .quarterly(analyst, QUARTER, false))
                .get("small_counts_withheld"))
        .isEqualTo(BooleanNode.TRUE);
  }

  private static void isNotOver(ProblemException problem) {
    assertThat(problem.status()).isEqualTo(403);
    assertThat(problem.code()).isEqualTo("quarter_not_over");
  }

  @OnEachDatabase
  void givesNoSmallNumberAwayInAnyFormat(Dialect dialect) throws Exception {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    Map<String, Set<Long>> withheld = new HashMap<>();
    for (Report.Part part :
        fixture.reports().quarterly(ReportsFixture.analyst().actor(), QUARTER, false).parts()) {
      withheld.put(part.title(), part.withheld().values());
      withheld.put(part.key(), part.withheld().values());
    }
    for (Call call : List.of(ReportsFixture.analyst(), ReportsFixture.manager())) {
      QuarterlyResource resource = new QuarterlyResource(fixture.reports(), () -> call);
      boolean publication = call.equals(ReportsFixture.manager());
      String html = answer(resource, publication, "text/html");

      assertThat(html).contains("Withheld", "Small counts, and what would show them, are withheld");
      for (List<ShownNumbers.Shown> numbers :
          List.of(
              ShownNumbers.ofHtml(html),
              ShownNumbers.ofCsv(answer(resource, publication, "text/csv")),
              ShownNumbers.ofJson(answer(resource, publication, "application/json")))) {
        assertThat(numbers)
            .hasSizeGreaterThan(200)
            .allSatisfy(QuarterlyResourceDbTest::isNotSmall)
            .allSatisfy(
                shown -> assertThat(withheld.get(shown.section())).doesNotContain(shown.number()));
      }
    }
  }

  private static void isNotSmall(ShownNumbers.Shown shown) {
    assertThat(shown.number()).isNotIn(1L, 2L, 3L, 4L);
  }

  @OnEachDatabase
  void theFileSaysWhichDaysItCovers(Dialect dialect) {
    ReportsFixture fixture = ReportsFixture.of(dialect);

    assertThat(html(fixture.reports(), "2020-05-09"))
        .contains("<h1>Report, 1 April 2020 to 9 May 2020</h1>", "<svg class=\"vf-chart__svg\"")
        .doesNotContain("These days are not over", "Quarterly");
    assertThat(html(fixture.reportsOn("2020-05-08"), "2020-05-09"))
        .contains("These days are not over: the report ends on 9 May 2020");
    assertThat(html(fixture.reports(), "2020-06-30"))
        .contains("<h1>Quarterly report, April to June 2020</h1>");
  }

  private static String html(Reports reports, String to) {
    return answer(new QuarterlyResource(reports, ReportsFixture::manager), to, false, "text/html");
  }

  private static String answer(QuarterlyResource resource, boolean publication, String type) {
    return answer(resource, "2020-06-30", publication, type);
  }

  private static String answer(
      QuarterlyResource resource, String to, boolean publication, String type) {
    MessageImpl message = new MessageImpl();
    message.put(Message.PROTOCOL_HEADERS, Map.of("Accept", List.of(type)));
    return (String)
        resource.quarterly("2020-04-01", to, publication, new HttpHeadersImpl(message)).getEntity();
  }

  @OnEachDatabase
  void keepsAndRecordsWhatLeavesInEveryFormat(Dialect dialect) {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    QuarterlyResource resource = new QuarterlyResource(fixture.reports(), ReportsFixture::analyst);
    for (String format : List.of("json", "csv", "html")) {
      int before = fixture.database().audit().entries().size();
      String type = format.equals("json") ? "application/json" : "text/" + format;

      String answer = answer(resource, false, type);

      assertThat(fixture.database().audit().entries()).hasSize(before + 1);
      RecordedAudit.Entry made = fixture.database().audit().entries().get(before);
      assertThat(made.action()).isEqualTo("reporting.report.downloaded");
      assertThat(made.details())
          .containsEntry("format", format)
          .containsEntry("small_counts_withheld", "true");
      assertThat(digest(fixture, made.subjectId())).isEqualTo(Digest.sha256(answer));
    }
  }

  private static String digest(ReportsFixture fixture, long release) {
    return fixture
        .database()
        .database()
        .read(
            connection -> {
              try (var select =
                  connection.prepareStatement(
                      "SELECT content_sha256 FROM reporting.release WHERE id = ?")) {
                select.setLong(1, release);
                try (var row = select.executeQuery()) {
                  row.next();
                  return row.getString(1);
                }
              }
            });
  }

  @OnEachDatabase
  void definesEverySection(Dialect dialect) throws Exception {
    ReportsFixture fixture = ReportsFixture.of(dialect);
    JsonNode json =
        new ObjectMapper().readTree(ReportJson.definitions(fixture.reports().sections()));
    assertThat(json.get("sections").findValuesAsText("section"))
        .containsExactlyElementsOf(
            fixture.reports().sections().stream().map(ReportSection::key).toList());
    assertThat(json.at("/sections/0/definitions/0/words").asText()).contains("period");
  }
}
