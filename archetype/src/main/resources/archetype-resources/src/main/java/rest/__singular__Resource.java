package ${package}.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.IfMatch;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import ${package}.${module}Module;
import ${package}.domain.${singular};
import ${package}.domain.${singular}Details;
import ${package}.domain.${singular}Work;
import ${package}.domain.Refusal;
import ${package}.domain.RefusedException;

/** Those of a case, and each by its id. */
@Component(service = RestResource.class)
@VictimFirstModule(module = ${module}Module.NAME)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ${singular}Resource implements RestResource {
  private final ${singular}Work work;
  private final CallContext calls;

  /** For the platform. */
  @Activate
  public ${singular}Resource(@Reference ${singular}Work work, @Reference CallContext calls) {
    this.work = work;
    this.calls = calls;
  }

  /** Those of a case. */
  @GET
  @Path("cases/{caseId}/records")
  @Requires(${module}Module.READ)
  @Operation(summary = "What is noted in a case, the newest first")
  public Paged<${singular}View> ofCase(
      @PathParam("caseId") long caseId,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Paged<${singular}> found = work.ofCase(calls.current(), caseId, page, size);
    List<${singular}View> items = found.items().stream().map(${singular}View::of).toList();
    return new Paged<>(items, found.page(), found.size(), found.total());
  }

  /** Records one. */
  @POST
  @Path("cases/{caseId}/records")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(${module}Module.RECORD)
  @Operation(summary = "Notes something in an open case")
  public Response add(@PathParam("caseId") long caseId, @Nullable ${singular}Body body) {
    ${singular}Details details = ${singular}Body.details(body);
    ${singular} added = or422(() -> work.add(calls.current(), caseId, details));
    URI place = URI.create("records/" + added.id());
    return Response.created(place).entity(${singular}View.of(added)).build();
  }

  /** One. */
  @GET
  @Path("records/{id}")
  @Requires(${module}Module.READ)
  @Operation(summary = "One record")
  public ${singular}View find(@PathParam("id") long id) {
    return ${singular}View.of(work.find(calls.current(), id));
  }

  /** Corrects one. */
  @PUT
  @Path("records/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(${module}Module.RECORD)
  @Operation(summary = "Corrects a record while the case is open")
  public ${singular}View change(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable ${singular}Body body) {
    int version = IfMatch.version(ifMatch);
    ${singular}Details details = ${singular}Body.details(body);
    return ${singular}View.of(or422(() -> work.change(calls.current(), id, version, details)));
  }

  /** Does work; values that it refuses become one problem that names them all. */
  private static ${singular} or422(Supplier<${singular}> work) {
    try {
      return work.get();
    } catch (RefusedException e) {
      List<Map<String, String>> all = e.refusals().stream().map(${singular}Resource::error).toList();
      Refusal first = e.refusals().get(0);
      ProblemException problem =
          ProblemException.field(first.field(), first.code(), first.sentence());
      problem.with("errors", all).initCause(e);
      throw problem;
    }
  }

  private static Map<String, String> error(Refusal refusal) {
    return Map.of("field", refusal.field(), "code", refusal.code(), "detail", refusal.sentence());
  }
}
