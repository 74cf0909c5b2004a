package org.victimfirst.needs.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Requires;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.ImpactSamples;

/** The direction of travel in all cases of a period. */
@Component(service = RestResource.class)
@VictimFirstModule(module = NeedsModule.NAME)
@Path("/changes")
@Produces(MediaType.APPLICATION_JSON)
@Requires(NeedsModule.SAMPLE)
public final class ChangesResource implements RestResource {
  private final ImpactSamples samples;

  /** For the platform. */
  @Activate
  public ChangesResource(@Reference ImpactSamples samples) {
    this.samples = samples;
  }

  /** What changed in a period. */
  @GET
  @Operation(
      summary = "What changed in all cases closed in a period that were assessed at start and end")
  public TallyView change(
      @QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
    LocalDate first = SampleBody.sent("from", from);
    LocalDate last = SampleBody.sent("to", to);
    return TallyView.of(Answer.or422(() -> samples.change(first, last)));
  }
}
