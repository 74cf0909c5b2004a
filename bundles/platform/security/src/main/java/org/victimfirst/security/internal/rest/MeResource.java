package org.victimfirst.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;

/** Who the caller is, as the platform sees it. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "security")
@Path("/me")
@Requires("security:account")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Account")
public class MeResource implements RestResource {
  private final CallContext calls;

  /** Wired by Declarative Services. */
  @Activate
  public MeResource(@Reference CallContext calls) {
    this.calls = calls;
  }

  /**
   * The caller.
   *
   * @param kind {@code person}, {@code token} or {@code owner}
   * @param permissions what it may do now, narrowed to the scopes of a token
   */
  public record Me(
      String id,
      String login,
      String displayName,
      String kind,
      Set<String> roles,
      Set<String> permissions) {}

  /** The caller. */
  @GET
  @Operation(summary = "Says who the caller is and what it may do")
  public Me me() {
    Actor actor = calls.current().actor();
    return new Me(
        Long.toString(actor.id()),
        actor.login(),
        actor.displayName(),
        actor.kind().name().toLowerCase(Locale.ROOT),
        new TreeSet<>(actor.roles()),
        new TreeSet<>(actor.permissions()));
  }
}
