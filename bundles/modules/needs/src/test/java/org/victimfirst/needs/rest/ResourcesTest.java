package org.victimfirst.needs.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.victimfirst.needs.fixture.TestNeeds.CASEWORKER;
import static org.victimfirst.needs.fixture.TestNeeds.CLOCK;
import static org.victimfirst.needs.fixture.TestNeeds.PROFILE;
import static org.victimfirst.needs.fixture.TestNeeds.TODAY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.core.Response;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Requires;
import org.victimfirst.needs.domain.NeedsAssessments;
import org.victimfirst.needs.domain.UseCases;
import org.victimfirst.needs.fixture.MemoryStore;
import org.victimfirst.testing.TestCases;

class ResourcesTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private static final String START =
      """
      {"stage": "start", "assessedOn": "2020-07-01", "contactMode": "phone", "draft": false,
       "ratings": [{"area": "family", "level": "severe", "note": " Sleeps badly "},
                   {"area": "finance_and_benefits", "level": "none"}]}
      """;

  private final NeedsAssessments needs =
      UseCases.assessments(
          new MemoryStore(), new TestCases().open(1, TODAY.minusDays(30)), PROFILE, CLOCK);
  private final CaseNeedsResource cases = new CaseNeedsResource(needs, () -> CASEWORKER);
  private final AssessmentResource assessments = new AssessmentResource(needs, () -> CASEWORKER);

  @Test
  void assessmentIsBegunReadAndListed() throws Exception {
    Response begun = cases.begin(1, body(START));

    assertThat(begun.getStatus()).isEqualTo(201);
    AssessmentView view = (AssessmentView) begun.getEntity();
    assertThat(begun.getLocation()).hasPath("assessments/" + view.id());
    assertThat(begun.getEntityTag().getValue()).isEqualTo("1");
    assertThat(JSON.writeValueAsString(view))
        .contains("\"id\":\"" + view.id() + "\"")
        .contains("\"caseId\":\"1\"")
        .contains("\"assessedOn\":\"2020-07-01\"")
        .contains("{\"area\":\"family\",\"level\":\"severe\",\"note\":\"Sleeps badly\"}")
        .contains("{\"area\":\"finance_and_benefits\",\"level\":\"none\"}")
        .doesNotContain("reason");
    assertThat(assessments.find(Long.parseLong(view.id())).getEntity()).isEqualTo(view);
    assertThat(cases.assessments(1, 1, 50).items()).containsExactly(view);
  }

  @Test
  void assessmentsOfACaseComeInPages() throws Exception {
    long start = id(cases.begin(1, body(START)));
    long end =
        id(
            cases.begin(
                1,
                body(START.replace("\"start\"", "\"end\"").replace("2020-07-01", "2020-07-08"))));

    Paged<AssessmentView> second = cases.assessments(1, 2, 1);

    assertThat(cases.assessments(1, 1, 1).items())
        .extracting(AssessmentView::id)
        .containsExactly(Long.toString(start));
    assertThat(second.items()).extracting(AssessmentView::id).containsExactly(Long.toString(end));
    assertThat(second).extracting(Paged::page, Paged::size, Paged::total).containsExactly(2, 1, 2L);
    assertThat(cases.assessments(1, 3, 1).items()).isEmpty();
  }

  @Test
  void changeNamesTheVersionThatItWasMadeFrom() throws Exception {
    long id = id(cases.begin(1, body(START)));
    AssessmentBody correction = body(START.replace("\"stage\": \"start\", ", ""));

    assertThat(problem(() -> assessments.change(id, null, correction)).status()).isEqualTo(428);
    assertThat(problem(() -> assessments.change(id, "3", correction)).code())
        .isEqualTo("if_match_unreadable");
    assertThat(problem(() -> assessments.change(id, "\"1\"", body(START))).code())
        .isEqualTo("not_changeable");
    assertThat(assessments.change(id, "\"1\"", correction).getEntityTag().getValue())
        .isEqualTo("2");
  }

  @Test
  void refusedValuesAreAllNamed() throws Exception {
    ProblemException problem =
        problem(
            () -> cases.begin(1, body("{\"stage\": \"start\", \"assessedOn\": \"2030-01-01\"}")));

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.code()).isEqualTo("future_date");
    assertThat((List<?>) problem.members().get("errors"))
        .extracting(error -> ((Map<?, ?>) error).get("field"))
        .isEqualTo(List.of("assessedOn", "contactMode", "ratings"));
    assertThat(problem(() -> cases.begin(1, null)).code()).isEqualTo("body_missing");
    assertThat(problem(() -> cases.begin(1, body("{\"stage\": \"start\"}"))).code())
        .isEqualTo("missing");
    assertThat(problem(() -> cases.begin(1, body("{\"stage\": \"middle\"}"))).code())
        .isEqualTo("unknown_code");
  }

  @Test
  void directionOfTravelIsThereOnceThereAreTwo() throws Exception {
    cases.begin(1, body(START));
    assertThat(problem(() -> cases.change(1)).status()).isEqualTo(404);
    cases.begin(
        1,
        body(
            START
                .replace("\"start\"", "\"end\"")
                .replace("2020-07-01", "2020-07-08")
                .replace("severe", "mild")));

    ChangeView change = cases.change(1);

    assertThat(change.fromScore()).isEqualTo(3);
    assertThat(change.toScore()).isEqualTo(1);
    assertThat(change.direction()).isEqualTo("reduced");
    assertThat(change.needs())
        .containsExactly(
            new ChangeView.Need("family", "severe", "mild", "reduced"),
            new ChangeView.Need("finance_and_benefits", "none", "none", "stayed_the_same"));
  }

  @Test
  void draftIsDiscarded() throws Exception {
    long id = id(cases.begin(1, body(START.replace("false", "true"))));

    assessments.discard(id, "\"1\"");

    assertThat(problem(() -> assessments.find(id)).status()).isEqualTo(404);
  }

  @Test
  void everyMethodOfEveryResourceNeedsAPermission() {
    Stream.of(
            CaseNeedsResource.class,
            AssessmentResource.class,
            ChangesResource.class,
            SamplesResource.class)
        .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
        .filter(ResourcesTest::published)
        .forEach(
            method ->
                assertThat(
                        method.isAnnotationPresent(Requires.class)
                            || method.getDeclaringClass().isAnnotationPresent(Requires.class))
                    .as(method.toString())
                    .isTrue());
    assertThat(RestResource.class).isAssignableFrom(SamplesResource.class);
  }

  private static boolean published(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(a -> a.annotationType().isAnnotationPresent(javax.ws.rs.HttpMethod.class));
  }

  private static long id(Response response) {
    return Long.parseLong(((AssessmentView) response.getEntity()).id());
  }

  private static AssessmentBody body(String json) throws JsonProcessingException {
    return JSON.readValue(json, AssessmentBody.class);
  }

  private static ProblemException problem(ThrowingCallable work) {
    return catchThrowableOfType(ProblemException.class, work);
  }
}
