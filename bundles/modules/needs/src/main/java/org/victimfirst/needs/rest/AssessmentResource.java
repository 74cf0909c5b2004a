package org.victimfirst.needs.rest;

import io.swagger.v3.oas.annotations.Operation;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.NeedsAssessments;

/** One assessment. Its ETag is its version; a change names the version that it was made from. */
@Component(service = RestResource.class)
@VictimFirstModule(module = NeedsModule.NAME)
@Path("/assessments/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class AssessmentResource implements RestResource {
  private final NeedsAssessments assessments;
  private final CallContext calls;

  /** For the platform. */
  @Activate
  public AssessmentResource(@Reference NeedsAssessments assessments, @Reference CallContext calls) {
    this.assessments = assessments;
    this.calls = calls;
  }

  /** One assessment. */
  @GET
  @Requires(NeedsModule.READ)
  @Operation(summary = "One needs assessment")
  public Response find(@PathParam("id") long id) {
    return Answer.of(Response.ok(), assessments.find(calls.current(), id));
  }

  /** Changes the answers. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(NeedsModule.ASSESS)
  @Operation(summary = "Finishes a draft, or corrects a finished assessment while the case is open")
  public Response change(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable AssessmentBody body) {
    int version = Answer.version(ifMatch);
    AssessmentBody sent = AssessmentBody.sent(body);
    return Answer.of(
        Response.ok(),
        Answer.or422(() -> assessments.change(calls.current(), id, version, sent.change())));
  }

  /** Discards a draft. */
  @DELETE
  @Requires(NeedsModule.ASSESS)
  @Operation(summary = "Discards a draft")
  public void discard(
      @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    assessments.discard(calls.current(), id, Answer.version(ifMatch));
  }
}
