package org.victimfirst.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.IfMatch;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.rest.Versioned;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.security.internal.domain.PermissionCatalog;
import org.victimfirst.security.internal.domain.Role;
import org.victimfirst.security.internal.domain.RoleBook;

/** Roles and what they may do. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "security")
@Path("/roles")
@Requires("security:users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Roles")
public class RolesResource implements RestResource {
  private final RoleBook roles;
  private final PermissionCatalog catalog;
  private final CallContext calls;

  /** Wired by Declarative Services. */
  @Activate
  public RolesResource(
      @Reference RoleBook roles,
      @Reference PermissionCatalog catalog,
      @Reference CallContext calls) {
    this.roles = roles;
    this.catalog = catalog;
    this.calls = calls;
  }

  /**
   * A role.
   *
   * @param permissions names of permissions of installed modules
   * @param away names of permissions of modules that are away: they grant nothing now
   */
  public record RoleView(
      String code, String title, Set<String> permissions, Set<String> away, int version)
      implements Versioned {
    static RoleView of(Role role, Set<String> installed) {
      Set<String> here = new TreeSet<>(role.permissions());
      here.retainAll(installed);
      Set<String> away = new TreeSet<>(role.permissions());
      away.removeAll(installed);
      return new RoleView(role.code(), role.title(), here, away, role.version());
    }
  }

  /** A permission that could be given. */
  public record PermissionView(String name, String module, String title) {}

  /** What a role shall be able to do. */
  public record PermissionsBody(@Nullable List<String> permissions) {}

  /** All roles. */
  @GET
  @Operation(summary = "Lists the roles with their permissions")
  public List<RoleView> list() {
    Set<String> installed = catalog.installed();
    return roles.roles().stream().map(role -> RoleView.of(role, installed)).toList();
  }

  /** One role. */
  @GET
  @Path("/{code}")
  @Operation(summary = "Gives one role with its permissions")
  public RoleView get(@PathParam("code") String code) {
    Role role =
        roles.find(code).orElseThrow(() -> ProblemException.notFound("There is no such role."));
    return RoleView.of(role, catalog.installed());
  }

  /** All permissions of installed modules. */
  @GET
  @Path("/permissions/installed")
  @Operation(summary = "Lists the permissions of the installed modules")
  public List<PermissionView> permissions() {
    return catalog.modules().stream()
        .flatMap(
            module ->
                module.permissions().stream()
                    .map(p -> new PermissionView(p.name(), module.name(), p.title())))
        .toList();
  }

  /** Changes what a role may do. */
  @PUT
  @Path("/{code}/permissions")
  @Operation(
      summary = "Says what a role may do in the installed modules; needs If-Match",
      description = "Permissions of modules that are away stay as they are.")
  public RoleView change(
      @PathParam("code") String code,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      PermissionsBody body) {
    int version = IfMatch.version(ifMatch);
    if (body.permissions() == null) {
      throw ProblemException.field(
          "permissions", "permissions_missing", "Send the names of all permissions of the role.");
    }
    Set<String> wanted = new HashSet<>(body.permissions());
    Role changed = Refused.asProblem(() -> roles.allow(calls.current(), code, version, wanted));
    return RoleView.of(changed, catalog.installed());
  }
}
