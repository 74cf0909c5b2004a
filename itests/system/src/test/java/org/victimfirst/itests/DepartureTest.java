package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of work and of data when a module goes. */
class DepartureTest {
  private static final String REPORT = "/api/v1/reporting/quarterly?from=2020-04-01&to=2020-06-30";

  /** In the report's section: a need that somebody was found to have, or not to have. */
  private static final String ASSESSED = "\"(none|mild|moderate|severe)\":[1-9]";

  private static final String SAMPLES = "/api/v1/needs/samples";

  @ParameterizedTest
  @EnumSource(Store.class)
  void aRequestInFlightEndsWell(Store store) throws IOException {
    Instance instance = Shared.on(store);
    String token = People.token(instance, "senior_caseworker");
    HttpURLConnection slow =
        (HttpURLConnection) URI.create(instance.address() + SAMPLES).toURL().openConnection();
    slow.setRequestMethod("POST");
    slow.setRequestProperty("Authorization", "Bearer " + token);
    slow.setRequestProperty("Content-Type", "application/json");
    // The server says that it goes on when the module begins to read: then the request is inside.
    slow.setRequestProperty("Expect", "100-Continue");
    slow.setReadTimeout((int) Duration.ofMinutes(1).toMillis());
    slow.setChunkedStreamingMode(0);
    slow.setDoOutput(true);
    try (OutputStream body = slow.getOutputStream()) {
      body.write("{\"from\":\"2020-04-01\",".getBytes(StandardCharsets.UTF_8));
      body.flush();

      JsonNode order = instance.post("/api/v1/modules/needs/remove", "").json();
      awaitMessage(instance, order, "Waiting for requests in needs to end");
      assertThat(instance.get(SAMPLES, token).status()).isEqualTo(404);

      body.write("\"to\":\"2020-06-30\",\"seed\":7,\"size\":5}".getBytes(StandardCharsets.UTF_8));
      body.close();
      assertThat(slow.getResponseCode()).isEqualTo(201);
      awaitMessage(instance, order, "Removed: needs.");
    }

    Launch.Result back = Launch.module(instance, "install", "needs");
    assertThat(back.code()).as(back.output()).isZero();
    String made = URI.create(slow.getHeaderField("Location")).getPath();
    assertThat(instance.get(made, token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void dataGoOnlyWhenTheyArePurged(Store store) {
    Instance instance = Shared.on(store);
    String token = People.token(instance, "senior_caseworker");
    JsonNode before = instance.get(REPORT).json().path("sections");
    assertThat(before.path("identified_needs").path("figures").toString())
        .containsPattern(ASSESSED);

    assertThat(purge(instance, "needs").path("message").asText()).contains("is installed");
    assertThat(Launch.module(instance, "remove", "needs").code()).isZero();
    assertThat(instance.post("/api/v1/modules/needs/purge", "{\"confirm\":\"no\"}").status())
        .isEqualTo(422);
    assertThat(purge(instance, "needs").path("status").asText()).isEqualTo("done");
    assertThat(instance.get("/api/v1/modules/needs").json().has("schemaVersion")).isFalse();
    assertThat(
            instance
                .get("/api/v1/security/audit?action=modules.purge.done")
                .json()
                .path("items")
                .isEmpty())
        .isFalse();

    assertThat(Launch.module(instance, "install", "needs").code()).isZero();
    assertThat(instance.get(SAMPLES, token).json().path("total").asInt()).isZero();
    JsonNode empty = instance.get(REPORT).json().path("sections");
    assertThat(empty.path("identified_needs").path("figures").toString())
        .doesNotContainPattern(ASSESSED);
    assertThat(empty.path("headlines")).isEqualTo(before.path("headlines"));

    // The extract brings them again, as if they had never been there.
    Launch.Result loaded =
        Launch.run(
            "import",
            Launch.ROOT.resolve("samples/llr-2020-q1").toString(),
            "--data",
            instance.data().toString());
    assertThat(loaded.output()).contains("10,960 added");
    assertThat(instance.get(REPORT).json().path("sections")).isEqualTo(before);
  }

  private static JsonNode purge(Instance instance, String module) {
    Instance.Answer ordered =
        instance.post("/api/v1/modules/" + module + "/purge", "{\"confirm\":\"" + module + "\"}");
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> operation(instance, ordered.json()), DepartureTest::ended);
  }

  private static boolean ended(JsonNode operation) {
    return operation.path("status").asText().matches("done|failed");
  }

  private static JsonNode operation(Instance instance, JsonNode order) {
    return instance.get("/api/v1/modules/operations/" + order.path("id").asText()).json();
  }

  private static void awaitMessage(Instance instance, JsonNode order, String message) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(operation(instance, order).path("message").asText()).isEqualTo(message));
  }
}
