package org.victimfirst.needs.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.NeedsAssessment;
import org.victimfirst.needs.domain.NeedsAssessments;

/** The needs of one case. */
@Component(service = RestResource.class)
@VictimFirstModule(module = NeedsModule.NAME)
@Path("/cases/{caseId}")
@Produces(MediaType.APPLICATION_JSON)
public final class CaseNeedsResource implements RestResource {
  private final NeedsAssessments assessments;
  private final CallContext calls;

  /** For the platform. */
  @Activate
  public CaseNeedsResource(@Reference NeedsAssessments assessments, @Reference CallContext calls) {
    this.assessments = assessments;
    this.calls = calls;
  }

  /** The assessments of a case, drafts too. They are read as one history, and then paged. */
  @GET
  @Path("assessments")
  @Requires(NeedsModule.READ)
  @Operation(summary = "The needs assessments of a case, in the order of their dates")
  public Paged<AssessmentView> assessments(
      @PathParam("caseId") long caseId,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    List<NeedsAssessment> all = assessments.ofCase(calls.current(), caseId).assessments();
    int most = Math.max(1, Math.min(size, Paged.MAX_SIZE));
    return new Paged<>(
        all.stream().skip(Paged.offset(page, most)).limit(most).map(AssessmentView::of).toList(),
        Math.max(1, page),
        most,
        all.size());
  }

  /** Begins an assessment. */
  @POST
  @Path("assessments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(NeedsModule.ASSESS)
  @Operation(summary = "Begins an assessment: a draft, or finished at once")
  public Response begin(@PathParam("caseId") long caseId, @Nullable AssessmentBody body) {
    AssessmentBody sent = AssessmentBody.sent(body);
    NeedsAssessment begun =
        Answer.or422(
            () -> assessments.begin(calls.current(), caseId, sent.newStage(), sent.answers()));
    return Answer.of(Response.created(URI.create("assessments/" + begun.id())), begun);
  }

  /** What changed. */
  @GET
  @Path("change")
  @Requires(NeedsModule.READ)
  @Operation(summary = "The direction of travel from the start to the last assessment")
  public ChangeView change(@PathParam("caseId") long caseId) {
    return assessments
        .ofCase(calls.current(), caseId)
        .change(assessments.scale())
        .map(ChangeView::of)
        .orElseThrow(
            () -> ProblemException.notFound("There are no two assessments to compare yet."));
  }
}
