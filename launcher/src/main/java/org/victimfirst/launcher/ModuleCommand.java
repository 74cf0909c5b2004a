package org.victimfirst.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists, installs, updates and removes modules of a running instance. */
final class ModuleCommand implements Command {
  static final String PATH = "/api/v1/modules";

  @Override
  public String name() {
    return "module";
  }

  @Override
  public String usage() {
    return "list | install NAME|KAR | update NAME|KAR | remove NAME  [--try] [--version V] [--data DIR]";
  }

  @Override
  public String help() {
    return """
    What is installed in the running instance, and changes to it. Removing keeps the data.
      list                list modules with version, state, schema and health
      install NAME        install a module of the distribution, or of a KAR file
      update NAME         bring a module to another version
      remove NAME         remove a module; its data stay
      --try               only show what would be installed, started and refreshed
      --version V         which version, when there are several""";
  }

  @Override
  public int run(Path root, List<String> words) {
    Arguments arguments = new Arguments(words, Set.of("--data", "--version"), Set.of("--try"));
    Client client = new Client(new Instance(arguments.data(root)));
    String action = arguments.word(0, "list, install, update or remove");
    switch (action) {
      case "list" -> list(client.get(PATH));
      case "install", "update", "remove" -> {
        String name = arguments.word(1, "which module to " + action);
        Optional<String> version = arguments.option("--version");
        if (!name.endsWith(".kar")) {
          return change(client, action, name, version, arguments.has("--try"));
        }
        // What is in the file is meant, also when a newer one is known.
        JsonNode stored = upload(client, Path.of(name));
        return change(
            client,
            action,
            stored.path("module").asText(),
            version.or(() -> Optional.of(stored.path("version").asText())),
            arguments.has("--try"));
      }
      default -> throw new LauncherException("module knows list, install, update and remove.");
    }
    return 0;
  }

  static void list(JsonNode modules) {
    Terminal.say(
        "%-16s %-10s %-12s %-8s %s".formatted("MODULE", "VERSION", "STATE", "SCHEMA", "HEALTH"));
    for (JsonNode module : modules.path("items")) {
      Terminal.say(
          "%-16s %-10s %-12s %-8s %s"
              .formatted(
                  module.path("name").asText(),
                  module.path("version").asText("-"),
                  module.path("state").asText("-"),
                  module.path("schemaVersion").asText("-"),
                  module.path("health").asText("-")));
    }
  }

  private static JsonNode upload(Client client, Path kar) {
    try {
      return client.post(
          PATH + "/kars?name=" + encode(String.valueOf(kar.getFileName())),
          "application/octet-stream",
          BodyPublishers.ofFile(kar));
    } catch (IOException e) {
      throw new LauncherException("There is no file " + kar + " that can be read.");
    }
  }

  private static int change(
      Client client, String action, String module, Optional<String> wanted, boolean tryOnly) {
    String version = wanted.map(v -> "?version=" + encode(v)).orElse("");
    String base = PATH + "/" + encode(module);
    if (tryOnly) {
      String mark = version.isEmpty() ? "?" : "&";
      JsonNode plan =
          client.post(
              base + "/try" + version + mark + "action=" + action,
              "application/json",
              BodyPublishers.noBody());
      Terminal.say(plan.toPrettyString());
      return 0;
    }
    JsonNode operation =
        client.post(base + "/" + action + version, "application/json", BodyPublishers.noBody());
    String path = PATH + "/operations/" + operation.path("id").asText();
    JsonNode state = client.get(path);
    while (!Set.of("done", "failed").contains(state.path("status").asText())) {
      Terminal.progress(0, 0, state.path("message").asText(""));
      pause();
      state = client.get(path);
    }
    Terminal.endProgress();
    Terminal.say(state.path("message").asText());
    return state.path("status").asText().equals("done") ? 0 : 1;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted. The change goes on in the instance.");
    }
  }
}
