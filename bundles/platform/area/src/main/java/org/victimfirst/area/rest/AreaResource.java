package org.victimfirst.area.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.function.Function;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Requires;

/** The area's profile. Every answer has an ETag, since profiles change seldom. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "area")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Requires("area:read")
public final class AreaResource implements RestResource {
  private final AreaProfiles profiles;

  /** With the profile in force at each request. */
  @Activate
  public AreaResource(@Reference AreaProfiles profiles) {
    this.profiles = profiles;
  }

  /** The profile without its lists. */
  @GET
  @Operation(summary = "The area: names, settings, bands, names of the lists")
  public Response area(@Context Request request) {
    return answer(request, AreaView::of);
  }

  /** All lists. */
  @GET
  @Path("lists")
  @Operation(summary = "All code lists with their dates")
  public Response lists(@Context Request request) {
    return answer(request, AreaResource::allLists);
  }

  private static List<AreaView.ListView> allLists(AreaProfile profile) {
    return profile.listNames().stream()
        .map(name -> AreaView.ListView.of(profile.list(name)))
        .toList();
  }

  /** One list. */
  @GET
  @Path("lists/{name}")
  @Operation(summary = "One code list with its dates")
  public Response list(@PathParam("name") String name, @Context Request request) {
    return answer(request, profile -> AreaView.ListView.of(listOf(profile, name)));
  }

  private static CodeList listOf(AreaProfile profile, String name) {
    if (!profile.listNames().contains(name)) {
      throw ProblemException.notFound("The area has no list of that name");
    }
    return profile.list(name);
  }

  /** What the validator found. */
  @GET
  @Path("findings")
  @Operation(summary = "Gaps, overlaps and dead ends of the profile, in words")
  public Response findings(@Context Request request) {
    return answer(request, profile -> new AreaView.Findings(profile.findings()));
  }

  private Response answer(Request request, Function<AreaProfile, Object> view) {
    AreaProfile profile = current();
    Object body = view.apply(profile);
    EntityTag tag =
        new EntityTag(profile.code() + "-" + profile.edition() + "-" + hash(body.hashCode()));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return unchanged != null ? unchanged.build() : Response.ok(body).tag(tag).build();
  }

  private static String hash(int value) {
    return Integer.toHexString(value);
  }

  private AreaProfile current() {
    try {
      return profiles.current();
    } catch (IllegalStateException e) {
      throw new ProblemException(
          503, "no_area", "No area in force", e.getMessage() == null ? "" : e.getMessage());
    }
  }
}
