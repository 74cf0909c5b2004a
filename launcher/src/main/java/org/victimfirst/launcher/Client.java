package org.victimfirst.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks to a running instance as the owner of its data folder. */
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String address;
  private final String token;

  Client(Instance instance) {
    this.address = instance.address();
    this.token = instance.ownerToken();
  }

  JsonNode get(String path) {
    return json(send("GET", path, "application/json", null, BodyPublishers.noBody()));
  }

  JsonNode post(String path, String contentType, BodyPublisher body) {
    return json(send("POST", path, "application/json", contentType, body));
  }

  /** The answer's body, to be closed. */
  InputStream stream(String method, String path, String accept) {
    return send(method, path, accept, null, BodyPublishers.noBody()).body();
  }

  private HttpResponse<InputStream> send(
      String method,
      String path,
      String accept,
      @org.jspecify.annotations.Nullable String contentType,
      BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token)
            .header("Accept", accept)
            .timeout(Duration.ofMinutes(30))
            .method(method, body);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    try {
      HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() >= 400) {
        throw refusal(response);
      }
      return response;
    } catch (ConnectException e) {
      throw new LauncherException("The instance does not answer at " + address + ".");
    } catch (IOException e) {
      throw new LauncherException("The connection to " + address + " broke: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.");
    }
  }

  private static LauncherException refusal(HttpResponse<InputStream> response) throws IOException {
    byte[] body = response.body().readAllBytes();
    try {
      JsonNode problem = JSON.readTree(body);
      String detail = problem.path("detail").asText(problem.path("title").asText(""));
      if (!detail.isEmpty()) {
        return new LauncherException(detail);
      }
    } catch (IOException e) {
      // Not a problem document: the status has to do.
    }
    return new LauncherException(
        "The instance answered with status " + response.statusCode() + ".");
  }

  private static JsonNode json(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      byte[] body = in.readAllBytes();
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (IOException e) {
      throw new LauncherException("The answer cannot be read: " + e.getMessage());
    }
  }
}
