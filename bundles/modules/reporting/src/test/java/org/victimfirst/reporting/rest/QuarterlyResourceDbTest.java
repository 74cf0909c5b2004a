package org.victimfirst.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.reporting.domain.Period;
import org.victimfirst.reporting.domain.Report;
import org.victimfirst.reporting.domain.Reports;
import org.victimfirst.reporting.domain.ReportsFixture;
import org.victimfirst.testing.OnEachDatabase;

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
