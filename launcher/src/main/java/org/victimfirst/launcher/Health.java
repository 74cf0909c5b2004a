package org.victimfirst.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What an instance that is starting says of itself. */
final class Health {
  private static final ObjectMapper JSON = new ObjectMapper();

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
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      Path token = instance.data().resolve("run/owner.token");
      if (Files.exists(token)) {
        connection.setRequestProperty("Authorization", "Bearer " + Files.readString(token).strip());
      }
      if (connection.getResponseCode() == 200) {
        return true;
      }
      health = read(connection.getErrorStream());
    } catch (IOException e) {
      // Not there yet, or the answer of a server without the platform.
      return false;
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

  private static JsonNode read(@Nullable InputStream body) throws IOException {
    if (body == null) {
      return JSON.createObjectNode();
    }
    try (body) {
      return JSON.readTree(body);
    }
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
