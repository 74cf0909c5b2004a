package org.victimfirst.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Says whether an instance runs on a data folder, and how it is. */
final class StatusCommand implements Command {
  @Override
  public String name() {
    return "status";
  }

  @Override
  public String usage() {
    return "[--data DIR]";
  }

  @Override
  public String help() {
    return "Says whether an instance is running on the data folder, where, and how its parts are.";
  }

  @Override
  public int run(Path root, List<String> words) {
    Arguments arguments = new Arguments(words, Set.of("--data"), Set.of());
    Instance instance = new Instance(arguments.data(root));
    if (instance.process().isEmpty()) {
      Terminal.say("Nothing is running on the data folder " + instance.data() + ".");
      return 3;
    }
    Terminal.say("Running at " + instance.address() + "/");
    ModuleCommand.list(new Client(instance).get(ModuleCommand.PATH));
    JsonNode health = new Client(instance).get("/health");
    Terminal.say("Health: " + health.path("status").asText("unknown"));
    return 0;
  }
}
