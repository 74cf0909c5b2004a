package org.victimfirst.web.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;

/** Makes an OpenAPI document readable: one table per module. */
public final class ApiDocument {
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final ObjectMapper JSON = new ObjectMapper();

  private ApiDocument() {}

  /**
   * The resources of one module.
   *
   * @param name the module's name
   * @param table what it publishes
   */
  public record Group(String name, Html table) {}

  /**
   * Reads a merged document.
   *
   * @throws IllegalArgumentException when it is not JSON
   */
  static List<Group> read(String openApi) {
    JsonNode document;
    try {
      document = JSON.readTree(openApi);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The OpenAPI document is not JSON", e);
    }
    Map<String, Table> tables = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      String module = path.getKey().substring(1).split("/", 2)[0];
      for (String method : METHODS) {
        JsonNode operation = path.getValue().path(method);
        if (operation.isObject()) {
          Table before =
              tables.getOrDefault(
                  module,
                  Table.of("Resources of " + module, "Request", "What it does", "Parameters"));
          tables.put(module, before.withRow(cells(method, path.getKey(), operation)));
        }
      }
    }
    return tables.entrySet().stream()
        .map(e -> new Group(e.getKey(), Vf.stack(e.getValue())))
        .toList();
  }

  private static Cell[] cells(String method, String path, JsonNode operation) {
    String summary = operation.path("summary").asText("");
    String description = operation.path("description").asText("");
    List<String> parameters = new ArrayList<>();
    operation
        .path("parameters")
        .forEach(
            parameter -> {
              boolean required = parameter.path("required").asBoolean(false);
              parameters.add(parameter.path("name").asText("") + (required ? "" : " (optional)"));
            });
    return new Cell[] {
      Cell.html(Inline.code(method.toUpperCase(Locale.ROOT) + " /api/v1" + path)),
      Cell.text(summary + (description.isEmpty() ? "" : ". " + description)),
      Cell.text(parameters.isEmpty() ? "None" : String.join(", ", parameters))
    };
  }
}
