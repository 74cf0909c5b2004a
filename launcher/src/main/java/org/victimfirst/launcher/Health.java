package org.victimfirst.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What an instance that is starting says of itself. */
final class Health {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
  private final Instance instance;
  private final int port;

  Health(Instance instance, int port) {
    this.instance = instance;
    this.port = port;
  }

  /**
   * Whether requests may be sent to it.
   *
   * @throws LauncherException when it has failed and will not become ready by waiting
   */
  boolean ready() {
    JsonNode health;
    try {
      HttpResponse<byte[]> answer = http.send(request(), BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        return true;
      }
      health = JSON.readTree(answer.body());
    } catch (IOException e) {
      // Not there yet, or the answer of a server without the platform.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.");
    }
    String failures = failures(health);
    if (health.path("status").asText().equals("failed") && !failures.isEmpty()) {
      throw new LauncherException(
          "The platform cannot start and is stopped."
              + failures
              + "\nThe log says more: "
              + instance.log().resolve("karaf.log"));
    }
    return false;
  }

  /** The owner of the data folder is told more than that it failed. */
  private HttpRequest request() throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
            .timeout(Duration.ofSeconds(5));
    Path token = instance.data().resolve("run/owner.token");
    if (Files.exists(token)) {
      request.header("Authorization", "Bearer " + Files.readString(token).strip());
    }
    return request.build();
  }

  /** A check that broke off or is late says nothing for good; one that is critical does. */
  private static String failures(JsonNode health) {
    StringBuilder said = new StringBuilder();
    for (JsonNode check : health.path("checks")) {
      if (check.path("status").asText().equals("CRITICAL")) {
        said.append("\n  ").append(check.path("name").asText()).append(':');
        check.path("findings").forEach(finding -> said.append(' ').append(finding.asText()));
      }
    }
    return said.toString();
  }
}
