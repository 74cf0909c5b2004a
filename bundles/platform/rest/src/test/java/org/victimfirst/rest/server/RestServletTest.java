package org.victimfirst.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Requires;
import org.victimfirst.testing.LateSender;

class RestServletTest {
  private final ObjectMapper json = new ObjectMapper();
  private final SampleResource sample = new SampleResource();
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
    server.publish("sample", sample);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void answersAsTheHouseWritesJson() throws Exception {
    HttpResponse<String> answer = server.get("/sample/things/9007199254740993");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"id\":\"9007199254740993\",\"version\":12,\"on\":\"2020-04-01\","
                + "\"at\":\"2020-04-01T10:11:12\",\"inner\":{\"count\":3}}");
    assertThat(answer.headers().firstValue("ETag")).contains("\"12\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
  }

  @Test
  void linksThePagesOfAList() throws Exception {
    HttpResponse<String> answer = server.get("/sample/things?page=2&size=2&from=2020-04-01");

    assertThat(answer.body())
        .isEqualTo("{\"items\":[{\"count\":2020}],\"page\":2,\"size\":2,\"total\":5}");
    assertThat(String.join(" ", answer.headers().allValues("Link")))
        .contains("</api/v1/sample/things?page=1&size=2&from=2020-04-01>;rel=\"prev\"")
        .contains("</api/v1/sample/things?page=3&size=2&from=2020-04-01>;rel=\"next\"");
  }

  @Test
  void saysWhereSomethingWasMadeWithoutAHost() throws Exception {
    HttpResponse<String> made = server.post("/sample/things/made", "{}");

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Location")).contains("/api/v1/sample/things/7");
  }

  @ParameterizedTest
  @CsvSource({
    "/sample/things?page=0, 400, bad_parameter",
    "/sample/things?size=201, 400, bad_parameter",
    "/sample/things?page=x, 400, bad_parameter",
    "/sample/things?from=1/4/2020, 400, bad_parameter",
    "/sample/things/x, 404, not_found",
    "/sample/nothing, 404, not_found",
    "/elsewhere, 404, not_found",
    "/, 404, not_found",
    "/sample/things/secret, 403, permission_missing",
    "/sample/things/fails/stale, 412, stale_version",
    "/sample/things/fails/twice, 409, constraint_violated",
    "/sample/things/fails/field, 422, too_many",
    "/sample/things/fails/badly, 500, internal_error"
  })
  void saysWhatIsWrong(String path, int status, String code) throws Exception {
    assertProblem(server.get(path), status, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\" | 400 | json_unreadable",
        "[] | 400 | json_unreadable",
        "'' | 400 | bad_request",
        "{\"name\":\"a\",\"count\":\"x\"} | 400 | wrong_type",
        "{\"name\":\"a\",\"count\":null} | 400 | wrong_type",
        "{\"name\":\"a\",\"inner\":{\"count\":[1]}} | 400 | wrong_type",
        "{\"name\":\"a\",\"count\":1,\"nome\":1} | 400 | unknown_field"
      })
  void saysWhatIsWrongWithABody(String body, int status, String code) throws Exception {
    assertProblem(server.post("/sample/things", body), status, code);
  }

  @Test
  void namesTheFieldThatIsWrong() throws Exception {
    HttpResponse<String> answer =
        server.post("/sample/things", "{\"name\":\"a\",\"inner\":{\"count\":[1]}}");

    assertThat(json.readTree(answer.body()).path("field").asText()).isEqualTo("inner.count");
  }

  @Test
  void writesAndReadsWhatIsSound() throws Exception {
    HttpResponse<String> answer = server.post("/sample/things", "{\"name\":\"a\",\"count\":2}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"name\":\"a\",\"count\":2}");
  }

  @Test
  void refusesMethodsAndFormatsThatAreNotThere() throws Exception {
    String bearer = "Bearer " + TestServer.READER;
    HttpRequest.BodyPublisher text = HttpRequest.BodyPublishers.ofString("a");

    assertProblem(
        server.send(server.request("/sample/things/1").header("Authorization", bearer).DELETE()),
        405,
        "method_not_allowed");
    assertProblem(
        server.send(
            server
                .request("/sample/things/1")
                .header("Authorization", bearer)
                .header("Accept", "text/csv")),
        406,
        "not_acceptable");
    assertProblem(
        server.send(
            server
                .request("/sample/things")
                .header("Authorization", bearer)
                .header("Content-Type", "text/plain")
                .POST(text)),
        415,
        "unsupported_media_type");
  }

  @Test
  void takesNoMoreThanTheLimit() throws Exception {
    String long300 = "{\"name\":\"" + "a".repeat(300) + "\",\"count\":2}";

    assertProblem(server.post("/sample/things", long300), 413, "body_too_large");
    assertProblem(
        server.send(
            server
                .request("/sample/things")
                .header("Authorization", "Bearer " + TestServer.READER)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(long300.getBytes())))),
        413,
        "body_too_large");
  }

  @Test
  void tellsWhoeverIsStillSendingWhyItIsRefused() throws Exception {
    URI things = server.request("/sample/things").build().uri();

    assertThat(LateSender.post(things, "", 1 << 20, 1 << 20))
        .startsWith("HTTP/1.1 401")
        .contains("application/problem+json");
    assertThat(
            LateSender.post(
                things, "Authorization: Bearer " + TestServer.READER + "\r\n", 1 << 20, 1 << 20))
        .startsWith("HTTP/1.1 413")
        .contains("body_too_large");
  }

  @Test
  void saysNothingOfAnExceptionsWords() throws Exception {
    assertThat(server.get("/sample/things/fails/badly").body()).doesNotContain("Jane");
    assertThat(server.get("/sample/things/fails/twice").body()).doesNotContain("Jane");
  }

  @Test
  void recordsWhatItRefused() throws Exception {
    server.get("/sample/things/secret");

    assertThat(server.refusals).containsExactly("rest.request.refused sample:secret");
  }

  @Test
  void believesOnlyKnownTokens() throws Exception {
    HttpResponse<String> none = server.send(server.request("/sample/things"));

    assertProblem(none, 401, "not_authenticated");
    assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
    assertProblem(
        server.send(server.request("/sample/things").header("Authorization", "Bearer wrong")),
        401,
        "not_authenticated");
    assertProblem(
        server.send(server.request("/sample/things").header("Authorization", "Basic YTpi")),
        401,
        "not_authenticated");
    assertProblem(server.send(server.request("/elsewhere")), 401, "not_authenticated");
  }

  @Test
  void showsNothingToASessionThatHidesPersonalDetails() throws Exception {
    String cookie = "vf-session=" + TestServer.HIDING;

    assertProblem(
        server.send(server.request("/sample/things").header("Cookie", cookie)),
        403,
        "details_hidden");
    assertThat(server.send(server.request("/openapi.json").header("Cookie", cookie)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void letsTheConsolesSessionReadFromItsOwnPagesOnly() throws Exception {
    String cookie = "vf-session=" + TestServer.COOKIE;

    assertThat(
            server
                .send(
                    server
                        .request("/sample/things")
                        .header("Cookie", cookie)
                        .header("Sec-Fetch-Site", "same-origin"))
                .statusCode())
        .isEqualTo(200);
    assertProblem(
        server.send(
            server
                .request("/sample/things")
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "cross-site")),
        403,
        "session_not_enough");
    assertProblem(
        server.send(
            server
                .request("/sample/things")
                .header("Cookie", cookie)
                .header("Origin", "https://example.org")),
        403,
        "session_not_enough");
    assertProblem(
        server.send(
            server
                .request("/sample/things")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))),
        403,
        "session_not_enough");
  }

  @Test
  void publishesNothingOfAResourceWithoutPermission() throws Exception {
    server.publish("open", new OpenResource());

    assertProblem(server.get("/open/doors"), 404, "not_found");
    assertProblem(server.get("/open/doors/guarded"), 404, "not_found");
    assertThat(server.servers.publication("open").orElseThrow().refused())
        .singleElement()
        .asString()
        .contains("OpenResource.doors has no permission");
  }

  @Test
  void answers404AsSoonAsAResourceHasGoneAndLetsRequestsEnd() throws Exception {
    CompletableFuture<HttpResponse<String>> inFlight =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return server.get("/sample/things/slow");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(sample.entered.await(20, TimeUnit.SECONDS)).isTrue();

    server.withdraw("sample", sample);

    assertProblem(server.get("/sample/things"), 404, "not_found");
    sample.leave.countDown();
    assertThat(inFlight.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    server.publish("sample", sample);
    assertThat(server.get("/sample/things").statusCode()).isEqualTo(200);
  }

  @Test
  void answers404WhileTheModuleIsLeaving() throws Exception {
    server.leaving.add("sample");

    assertProblem(server.get("/sample/things"), 404, "not_found");
  }

  @Test
  void documentsItsResources() throws Exception {
    JsonNode document = json.readTree(server.get("/sample/openapi.json").body());

    JsonNode get = document.path("paths").path("/things/{id}").path("get");
    assertThat(get.path("summary").asText()).isEqualTo("One thing");
    assertThat(get.path("x-permission").asText()).isEqualTo("sample:read");
    assertThat(get.path("description").asText()).contains("sample:read");
    assertThat(get.at("/responses/200/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/SampleThing");
    assertThat(get.at("/responses/default/content/application~1problem+json").isObject()).isTrue();
    assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
        .isEqualTo("bearer");
    assertThat(document.at("/components/schemas/SampleThing/properties/on/format").asText())
        .isEqualTo("date");

    JsonNode merged = json.readTree(server.get("/openapi.json").body());
    JsonNode same = merged.path("paths").path("/sample/things/{id}").path("get");
    assertThat(same.at("/responses/200/content/application~1json/schema/$ref").asText())
        .isEqualTo("#/components/schemas/sample.SampleThing");
    assertThat(merged.at("/components/schemas").has("sample.SampleThing")).isTrue();
  }

  @Test
  void listsItsProblemsToEverybody() throws Exception {
    HttpResponse<String> answer = server.send(server.request("/problems"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json.readTree(answer.body()).at("/problems/not_found/status").asInt())
        .isEqualTo(404);
  }

  private void assertProblem(HttpResponse<String> answer, int status, String code)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = json.readTree(answer.body());
    assertThat(problem.path("code").asText()).as(answer.body()).isEqualTo(code);
    assertThat(problem.path("type").asText()).isEqualTo("/api/v1/problems#" + code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-Request-Id"))
        .contains(problem.path("request_id").asText());
  }

  @Path("/doors")
  static final class OpenResource implements RestResource {
    @GET
    public String doors() {
      return "open";
    }

    @GET
    @Path("/guarded")
    @Requires("sample:read")
    public String guarded() {
      return "open";
    }
  }
}
