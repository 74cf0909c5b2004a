package org.victimfirst.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after a command, told apart into options with a value, switches and plain words. */
final class Arguments {
  private final Map<String, String> options = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  /**
   * Reads the words.
   *
   * @param known names of options that take a value, such as {@code --port}
   * @param switches names of options without a value
   * @throws LauncherException for an option that is not known or lacks its value
   */
  Arguments(List<String> arguments, Set<String> known, Set<String> switches) {
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (switches.contains(word)) {
        options.put(word, "");
      } else if (known.contains(word)) {
        if (++i == arguments.size()) {
          throw new LauncherException(word + " needs a value after it.");
        }
        options.put(word, arguments.get(i));
      } else if (word.startsWith("--")) {
        throw new LauncherException("There is no option " + word + ". Try --help.");
      } else {
        words.add(word);
      }
    }
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** An option that must be there. */
  String required(String name) {
    return option(name).orElseThrow(() -> new LauncherException(name + " is missing."));
  }

  /** The plain word at a place. */
  String word(int index, String what) {
    if (index >= words.size()) {
      throw new LauncherException("Say " + what + ". Try --help.");
    }
    return words.get(index);
  }

  boolean hasWord(int index) {
    return index < words.size();
  }

  /** The data folder: {@code --data DIR}, else {@code data} beside the script. */
  Path data(Path root) {
    return option("--data").map(Path::of).orElse(root.resolve("data")).toAbsolutePath().normalize();
  }
}
