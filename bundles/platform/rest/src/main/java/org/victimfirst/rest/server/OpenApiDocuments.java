package org.victimfirst.rest.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes OpenAPI 3 documents. They are read from the annotations once, on demand, and kept as text:
 * swagger's own contexts would hold the classes of a module that has gone, and so would its caches,
 * which are therefore emptied after each reading.
 */
final class OpenApiDocuments {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private OpenApiDocuments() {}

  /** Reads the document of one module. One at a time, since swagger's state is everybody's. */
  static synchronized String read(String module, List<Class<?>> resources) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(OpenApiDocuments.class.getClassLoader());
    try {
      ModelConverters.getInstance()
          .addConverter(new ModelResolver(Json.mapper(), new NestedNames()));
      OpenAPI document =
          new OpenAPI()
              .info(new Info().title("Victim First: " + module).version("1"))
              .addServersItem(new Server().url("/api/v1/" + module));
      OpenAPI read = new PermissionReader(document).read(new LinkedHashSet<>(resources));
      return Json.mapper().writeValueAsString(read);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The OpenAPI document of " + module + " cannot be made", e);
    } finally {
      ModelConverters.reset();
      Json.mapper().getTypeFactory().clearCache();
      TypeFactory.defaultInstance().clearCache();
      thread.setContextClassLoader(before);
    }
  }

  /** One document of many: paths begin with the module's name, and so do the schemas. */
  static String merge(Map<String, String> documents) {
    ObjectNode merged = MAPPER.createObjectNode();
    merged.put("openapi", "3.0.1");
    merged.putObject("info").put("title", "Victim First").put("version", "1");
    merged.putArray("servers").addObject().put("url", "/api/v1");
    ObjectNode paths = merged.putObject("paths");
    ObjectNode components = merged.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    documents.forEach(
        (module, text) -> {
          JsonNode document = tree(text);
          rename(document, module);
          document
              .path("paths")
              .properties()
              .forEach(path -> paths.set("/" + module + path.getKey(), path.getValue()));
          document
              .path("components")
              .path("schemas")
              .properties()
              .forEach(schema -> schemas.set(module + "." + schema.getKey(), schema.getValue()));
          document
              .path("components")
              .path("securitySchemes")
              .properties()
              .forEach(
                  scheme ->
                      components
                          .withObject("securitySchemes")
                          .set(scheme.getKey(), scheme.getValue()));
        });
    return merged.toString();
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An OpenAPI document is not JSON", e);
    }
  }

  private static void rename(JsonNode node, String module) {
    if (node instanceof ObjectNode object) {
      JsonNode reference = object.get("$ref");
      if (reference != null && reference.asText().startsWith(SCHEMAS)) {
        String name = reference.asText().substring(SCHEMAS.length());
        object.put("$ref", SCHEMAS + module + "." + name);
      }
      object.forEach(child -> rename(child, module));
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> rename(child, module));
    }
  }

  /**
   * Records inside a resource share short names such as View: so the resource's name is in front.
   */
  private static final class NestedNames extends TypeNameResolver {
    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
      Class<?> enclosing = type.getEnclosingClass();
      String name = super.nameForClass(type, options);
      return enclosing == null
          ? name
          : enclosing.getSimpleName().replaceFirst("Resource$", "") + name;
    }
  }
}
