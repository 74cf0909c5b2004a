package org.victimfirst.rest.server;

import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads resources as swagger does, and adds what the publisher applies to each of them. */
final class PermissionReader extends Reader {
  private static final String BEARER = "bearer";
  private static final String PROBLEM = "Problem";

  PermissionReader(OpenAPI document) {
    super(document);
  }

  @Override
  public OpenAPI read(Set<Class<?>> classes) {
    OpenAPI document = super.read(classes);
    if (document.getComponents() == null) {
      document.setComponents(new Components());
    }
    document
        .getComponents()
        .addSchemas(PROBLEM, problem())
        .addSecuritySchemes(
            BEARER, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
    return document;
  }

  @Override
  protected @Nullable Operation parseMethod(
      Class<?> ignored,
      Method method,
      List<io.swagger.v3.oas.models.parameters.Parameter> globalParameters,
      javax.ws.rs.Produces methodProduces,
      javax.ws.rs.Produces classProduces,
      javax.ws.rs.Consumes methodConsumes,
      javax.ws.rs.Consumes classConsumes,
      List<SecurityRequirement> classSecurity,
      java.util.Optional<io.swagger.v3.oas.models.ExternalDocumentation> classDocumentation,
      Set<String> classTags,
      List<io.swagger.v3.oas.models.servers.Server> classServers,
      boolean subResource,
      io.swagger.v3.oas.models.parameters.RequestBody parentBody,
      ApiResponses parentResponses,
      com.fasterxml.jackson.annotation.JsonView view,
      io.swagger.v3.oas.annotations.responses.ApiResponse[] classResponses,
      com.fasterxml.jackson.databind.introspect.AnnotatedMethod annotated) {
    Operation operation =
        super.parseMethod(
            ignored,
            method,
            globalParameters,
            methodProduces,
            classProduces,
            methodConsumes,
            classConsumes,
            classSecurity,
            classDocumentation,
            classTags,
            classServers,
            subResource,
            parentBody,
            parentResponses,
            view,
            classResponses,
            annotated);
    String permission = ResourceCheck.permission(method.getDeclaringClass(), method);
    if (operation != null && permission != null) {
      decorate(operation, permission);
    }
    return operation;
  }

  private static void decorate(Operation operation, String permission) {
    String needs = "Needs the permission " + permission + ".";
    String words = operation.getDescription();
    operation.setDescription(words == null || words.isBlank() ? needs : words + " " + needs);
    operation.addExtension("x-permission", permission);
    operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
    ApiResponses responses =
        operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
    responses.putIfAbsent("401", refusal("Not signed in"));
    responses.putIfAbsent("403", refusal("The permission " + permission + " is missing"));
    ApiResponse usual = responses.getDefault();
    if (usual != null) {
      responses.remove(ApiResponses.DEFAULT);
      responses.putIfAbsent("200", usual.description("Done"));
    }
    responses.setDefault(refusal("A problem"));
    operation.setResponses(responses);
  }

  private static ApiResponse refusal(String words) {
    return new ApiResponse()
        .description(words)
        .content(
            new Content()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("RFC 9457. Codes are stable; /api/v1/problems lists the platform's.")
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("code", new StringSchema())
        .addProperty("request_id", new StringSchema());
  }
}
