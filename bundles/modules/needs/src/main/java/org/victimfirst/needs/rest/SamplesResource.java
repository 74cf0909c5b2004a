package org.victimfirst.needs.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
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
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.ImpactSample;
import org.victimfirst.needs.domain.ImpactSamples;
import org.victimfirst.needs.domain.SampleHead;

/** Random samples of closed cases. The same period, seed and size give the same cases. */
@Component(service = RestResource.class)
@VictimFirstModule(module = NeedsModule.NAME)
@Path("/samples")
@Produces(MediaType.APPLICATION_JSON)
@Requires(NeedsModule.SAMPLE)
public final class SamplesResource implements RestResource {
  private final ImpactSamples samples;
  private final CallContext calls;

  /** For the platform. */
  @Activate
  public SamplesResource(@Reference ImpactSamples samples, @Reference CallContext calls) {
    this.samples = samples;
    this.calls = calls;
  }

  /** The samples, the newest first. */
  @GET
  @Operation(summary = "The samples, the newest first, without their cases")
  public Paged<SampleView> all(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Paged<SampleHead> found = samples.page(page, size);
    return new Paged<>(
        found.items().stream().map(SampleView::head).toList(),
        found.page(),
        found.size(),
        found.total());
  }

  /** Draws a sample. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Draws a sample of the cases closed in a period")
  public Response draw(@Nullable SampleBody body) {
    SampleBody sent = SampleBody.sent(body);
    ImpactSample drawn =
        Answer.or422(
            () ->
                samples.draw(
                    calls.current(), sent.first(), sent.last(), sent.anyNumber(), sent.howMany()));
    return Response.created(URI.create("samples/" + drawn.id())).entity(view(drawn)).build();
  }

  /** One sample. */
  @GET
  @Path("{id}")
  @Operation(summary = "A sample: its cases, and what changed in them")
  public SampleView find(@PathParam("id") long id) {
    return view(samples.find(id));
  }

  private SampleView view(ImpactSample sample) {
    return SampleView.of(sample, samples.change(sample));
  }
}
