package org.victimfirst.itests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running instance of the product on a data folder of its own. */
public final class Instance implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final Path data;
  private final int port;
  private final List<String> options;
  private final Map<String, String> environment;
  private @Nullable Process process;
  private String said = "";

  private Instance(Path data, int port, List<String> options, Map<String, String> environment) {
    this.data = data;
    this.port = port;
    this.options = options;
    this.environment = environment;
  }

  /** Starts an instance without data. */
  public static Instance empty(Store store) {
    return start(store, List.of("--empty"), Map.of());
  }

  /** Starts an instance with the sample quarter. */
  public static Instance withSample(Store store) {
    return start(store, List.of(), Map.of());
  }

  /** Starts an instance with the sample quarter in a JVM with other options than the launcher's. */
  public static Instance withSample(Store store, String javaOptions) {
    return start(store, List.of(), Map.of("VICTIMFIRST_JAVA_OPTS", javaOptions));
  }

  /** Starts an instance on a data folder that is there already. */
  public static Instance on(Path data) {
    Instance instance = new Instance(data, freePort(), List.of("--empty"), Map.of());
    instance.start();
    return instance;
  }

  /** Starts an instance on a data folder, with nothing else said. */
  public static Instance plain(Path data) {
    Instance instance = new Instance(data, freePort(), List.of(), Map.of());
    instance.start();
    return instance;
  }

  static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instance start(
      Store store, List<String> options, Map<String, String> environment) {
    try {
      Path data = Files.createTempDirectory("victimfirst-itest");
      store.configure(data);
      waitsForSlowTabs(data);
      Instance instance = new Instance(data, freePort(), options, environment);
      instance.start();
      return instance;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A busy machine takes longer for a tab than a person waits; a missing tab is no finding here.
   */
  private static void waitsForSlowTabs(Path data) throws IOException {
    Files.createDirectories(data.resolve("etc"));
    Files.writeString(
        data.resolve("etc/org.victimfirst.web.cfg"), "tab.seconds = 60\ntile.seconds = 60\n");
  }

  /** Starts it, also again after {@link #stop()}, and waits until it says that it is ready. */
  public void start() {
    List<String> words = new ArrayList<>(List.of("run", "--data", data.toString()));
    words.addAll(List.of("--port", Integer.toString(port)));
    words.addAll(options);
    StringBuilder lines = new StringBuilder();
    try {
      Process started = Launch.start(words, environment);
      process = started;
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        lines.append(line).append('\n');
        said = lines.toString();
        if (line.startsWith("Ctrl-C")) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new AssertionError("The instance did not start:\n" + lines);
  }

  /** Stops it as Ctrl-C does. */
  public void stop() {
    Process running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(90, TimeUnit.SECONDS)) {
        running.destroyForcibly();
        throw new AssertionError("The instance did not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What it has printed until it was ready. */
  public String said() {
    return said;
  }

  /** Sends it a signal, and says its exit code. */
  public int end(String signal) {
    Process running = Objects.requireNonNull(process);
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(running.pid())).start().waitFor();
      return awaitEnd();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until it has ended by itself, and says its exit code. */
  public int awaitEnd() throws InterruptedException {
    Process running = Objects.requireNonNull(process);
    if (!running.waitFor(90, TimeUnit.SECONDS)) {
      throw new AssertionError("The instance goes on");
    }
    return running.exitValue();
  }

  /** Kills the server's process without warning. */
  public void kill() {
    Process running = process;
    if (running != null) {
      List<ProcessHandle> server = running.descendants().toList();
      server.forEach(ProcessHandle::destroyForcibly);
      // The launcher buries its child: until then the system counts it among the living.
      server.forEach(handle -> handle.onExit().join());
      running.destroyForcibly();
      running.onExit().join();
    }
  }

  public Path data() {
    return data;
  }

  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The token of the data folder's owner. */
  public String owner() {
    try {
      return Files.readString(data.resolve("run/owner.token")).trim();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer: status and body. */
  public record Answer(int status, String body, HttpResponse<String> response) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }
  }

  public Answer get(String path) {
    return send("GET", path, owner(), BodyPublishers.noBody(), "application/json");
  }

  public Answer get(String path, @Nullable String token) {
    return send("GET", path, token, BodyPublishers.noBody(), "application/json");
  }

  public Answer post(String path, String json) {
    return send("POST", path, owner(), BodyPublishers.ofString(json), "application/json");
  }

  public Answer send(
      String method, String path, @Nullable String token, BodyPublisher body, String contentType) {
    return send(method, path, token, body, contentType, "application/json");
  }

  /** Asks for any kind of answer. */
  public Answer send(
      String method,
      String path,
      @Nullable String token,
      BodyPublisher body,
      String contentType,
      String accept) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .header("Accept", accept)
            .header("Content-Type", contentType)
            .timeout(Duration.ofMinutes(5))
            .method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
