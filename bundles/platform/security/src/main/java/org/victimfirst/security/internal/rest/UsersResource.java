package org.victimfirst.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.User;

/** People and systems that may sign in or send tokens. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "security")
@Path("/users")
@Requires("security:users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class UsersResource implements RestResource {
  private final People people;
  private final CallContext calls;

  /** Wired by Declarative Services. */
  @Activate
  public UsersResource(@Reference People people, @Reference CallContext calls) {
    this.people = people;
    this.calls = calls;
  }

  /** Users by name. */
  @GET
  @Operation(summary = "Lists users by display name; q is part of a login or name")
  public Paged<UserView> list(
      @QueryParam("q") @DefaultValue("") String search,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Paged<User> users = people.list(search, page, size);
    return new Paged<>(
        users.items().stream().map(UserView::of).toList(),
        users.page(),
        users.size(),
        users.total());
  }

  /** Adds a user. */
  @POST
  @Operation(summary = "Adds a user; a person's first password is in the answer, this once")
  public Response add(UserBody body) {
    People.Added added = Refused.asProblem(() -> people.add(calls.current(), body.draft()));
    return Response.created(URI.create("/api/v1/security/users/" + added.user().id()))
        .entity(UserView.of(added.user(), added.password()))
        .build();
  }

  /** One user. */
  @GET
  @Path("/{id}")
  @Operation(summary = "Gives one user")
  public UserView get(@PathParam("id") long id) {
    return UserView.of(
        people.find(id).orElseThrow(() -> ProblemException.notFound("There is no such user.")));
  }

  /** Changes a user. */
  @PUT
  @Path("/{id}")
  @Operation(summary = "Changes name, roles and whether the account is active; needs If-Match")
  public UserView change(
      @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String ifMatch, UserBody body) {
    int version = IfMatch.version(ifMatch);
    return UserView.of(
        Refused.asProblem(() -> people.change(calls.current(), id, version, body.change())));
  }

  /** Gives a new first password. */
  @POST
  @Path("/{id}/password-reset")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Makes a new first password, in the answer this once; ends all sessions")
  public UserView resetPassword(@PathParam("id") long id) {
    People.Added reset = people.resetPassword(calls.current(), id);
    return UserView.of(reset.user(), reset.password());
  }
}
