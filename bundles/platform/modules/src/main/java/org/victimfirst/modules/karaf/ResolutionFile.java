package org.victimfirst.modules.karaf;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.victimfirst.modules.domain.BundleName;
import org.victimfirst.modules.domain.Resolution;

/** Reads the file in which Karaf writes what its resolver found. */
final class ResolutionFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("osgi\\.identity(?::\\w+)?=\"?([^;\"]+)\"?");
  private static final Pattern TYPE = Pattern.compile("type(?::\\w+)?=\"?([^;\"]+)\"?");
  private static final Pattern VERSION = Pattern.compile("version(?::\\w+)?=\"?([^;\"]+)\"?");
  private static final Set<String> WIRED =
      Set.of("osgi.wiring.package", "osgi.wiring.bundle", "osgi.wiring.host");

  private ResolutionFile() {}

  static Resolution read(Path file) throws IOException {
    try (JsonParser parser = JSON.createParser(file.toFile())) {
      // The repository beside the wiring is large and of no use here: it is skipped as it is read.
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME
            && parser.getParsingContext().getParent().inRoot()) {
          String field = parser.currentName();
          parser.nextToken();
          if (field.equals("wiring")) {
            return wiring(parser.readValueAsTree());
          }
          parser.skipChildren();
        }
      }
    }
    throw new IOException("The resolver left no wiring");
  }

  private static Resolution wiring(JsonNode wiring) {
    Map<BundleName, Set<BundleName>> providers = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : wiring.properties()) {
      Optional<BundleName> requirer = bundle(entry.getKey());
      if (requirer.isPresent()) {
        Set<BundleName> found = providers.computeIfAbsent(requirer.get(), name -> new TreeSet<>());
        for (JsonNode wire : entry.getValue()) {
          if (wires(wire.path("requirement").asText())) {
            bundle(wire.path("provider").asText()).ifPresent(found::add);
          }
        }
      }
    }
    return new Resolution(providers);
  }

  private static boolean wires(String requirement) {
    return WIRED.contains(requirement.split(";", 2)[0].strip());
  }

  /** A bundle from its identity as Karaf writes it; empty for features and regions. */
  static Optional<BundleName> bundle(String identity) {
    Matcher name = NAME.matcher(identity);
    Matcher type = TYPE.matcher(identity);
    Matcher version = VERSION.matcher(identity);
    if (!name.find() || !type.find() || !version.find()) {
      return Optional.empty();
    }
    return type.group(1).startsWith("osgi.")
        ? Optional.of(new BundleName(name.group(1).strip(), version.group(1).strip()))
        : Optional.empty();
  }
}
