package org.victimfirst.modules.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.modules.ModulesModule;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.Offer;
import org.victimfirst.modules.karaf.KarFolder;
import org.victimfirst.modules.manager.ModuleManager;

/** Modules: what there is, dry runs, orders. */
@Path("/")
@Produces("application/json")
@Component(service = RestResource.class)
@VictimFirstModule(module = "modules")
public final class ModulesResource implements RestResource {
  private static final String NAME = "{name: [a-z][a-z0-9-]*}";

  private final ModuleManager manager;
  private final KarFolder kars;
  private final CallContext calls;
  private final Audit audit;

  /** Speaks for this manager. */
  @Activate
  public ModulesResource(
      @Reference ModuleManager manager,
      @Reference KarFolder kars,
      @Reference CallContext calls,
      @Reference Audit audit) {
    this.manager = manager;
    this.kars = kars;
    this.calls = calls;
    this.audit = audit;
  }

  /** All of something that has no pages. */
  record Items<T>(List<T> items) {}

  /** The order that was taken. */
  record Ordered(String id, String status) {}

  /** What a file brings. */
  record Brought(String module, String version, List<Part> modules) {}

  /** One module in a file. */
  record Part(String module, String version) {}

  /** The module's name, typed again. */
  record Confirmation(String confirm) {}

  @GET
  @Requires(ModulesModule.READ)
  @Operation(summary = "All modules and areas, installed and available")
  public Items<ModuleView> list() {
    return new Items<>(manager.modules().stream().map(ModuleView::of).toList());
  }

  @GET
  @Path("/operations")
  @Requires(ModulesModule.READ)
  @Operation(summary = "The newest orders")
  public Items<OperationView> operations() {
    return new Items<>(manager.operations().stream().map(OperationView::of).toList());
  }

  @GET
  @Path("/operations/{id}")
  @Requires(ModulesModule.READ)
  @Operation(summary = "One order: how far it is, or how it ended")
  public OperationView operation(@PathParam("id") long id) {
    return manager
        .operation(id)
        .map(OperationView::of)
        .orElseThrow(() -> ProblemException.notFound("There is no order of that id."));
  }

  @POST
  @Path("/kars")
  @Consumes("application/octet-stream")
  @Requires(ModulesModule.MANAGE)
  @Operation(summary = "Takes in a module file (KAR); nothing is installed yet")
  public Response upload(
      @QueryParam("name") @DefaultValue("module.kar") String name, InputStream kar) {
    List<Offer> offers;
    try {
      offers = kars.take(name, kar);
    } catch (ChangeFailedException e) {
      throw notTaken(String.valueOf(e.getMessage()));
    }
    Offer first =
        offers.stream().findFirst().orElseThrow(() -> notTaken("The file brings no module."));
    audit.record(
        calls.current(),
        "modules.kar.taken",
        "module",
        0,
        java.util.Map.of("module", first.name(), "version", first.version()));
    List<Part> parts =
        offers.stream().map(offer -> new Part(offer.name(), offer.version())).toList();
    return Response.status(201).entity(new Brought(first.name(), first.version(), parts)).build();
  }

  @GET
  @Path("/" + NAME)
  @Requires(ModulesModule.READ)
  @Operation(summary = "One module")
  public ModuleView one(@PathParam("name") String name) {
    return manager
        .module(name)
        .map(ModuleView::of)
        .orElseThrow(() -> ProblemException.notFound("There is no module of that name."));
  }

  @POST
  @Path("/" + NAME + "/try")
  @Requires(ModulesModule.READ)
  @Operation(summary = "Dry run: what a change would install, start, stop and refresh")
  public PlanView tryOut(
      @PathParam("name") String name,
      @QueryParam("action") @DefaultValue("install") String action,
      @QueryParam("version") @DefaultValue("") String version,
      @QueryParam("with") List<String> with) {
    one(name);
    Change.Action wanted =
        Change.Action.of(action)
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                        "bad_parameter", "action is install, update or remove."));
    return PlanView.of(manager.plan(new Change(wanted, name, version, Set.copyOf(with))));
  }

  @POST
  @Path("/" + NAME + "/install")
  @Requires(ModulesModule.MANAGE)
  @Operation(summary = "Installs a module")
  public Response install(
      @PathParam("name") String name, @QueryParam("version") @DefaultValue("") String version) {
    return order(Change.of(Change.Action.INSTALL, name, version));
  }

  @POST
  @Path("/" + NAME + "/update")
  @Requires(ModulesModule.MANAGE)
  @Operation(summary = "Brings a module to another version")
  public Response update(
      @PathParam("name") String name, @QueryParam("version") @DefaultValue("") String version) {
    return order(Change.of(Change.Action.UPDATE, name, version));
  }

  @POST
  @Path("/" + NAME + "/remove")
  @Requires(ModulesModule.MANAGE)
  @Operation(summary = "Removes a module; its data stay")
  public Response remove(@PathParam("name") String name, @QueryParam("with") List<String> with) {
    return order(new Change(Change.Action.REMOVE, name, "", Set.copyOf(with)));
  }

  @POST
  @Path("/" + NAME + "/purge")
  @Consumes("application/json")
  @Requires(ModulesModule.PURGE)
  @Operation(summary = "Deletes the data of a module that was removed, for good")
  public Response purge(@PathParam("name") String name, Confirmation confirmation) {
    if (!name.equals(confirmation.confirm())) {
      throw ProblemException.field(
          "confirm", "not_confirmed", "Type the module's name to confirm: " + name + ".");
    }
    return order(Change.of(Change.Action.PURGE, name, ""));
  }

  private Response order(Change change) {
    one(change.module());
    try {
      var operation = manager.order(calls.current(), change);
      return Response.accepted(new Ordered(Long.toString(operation.id()), operation.status()))
          .header("Location", "/api/v1/modules/operations/" + operation.id())
          .build();
    } catch (ChangeFailedException e) {
      throw ProblemException.conflict("change_refused", String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException notTaken(String why) {
    return new ProblemException(422, "kar_refused", "The file was not taken", why);
  }
}
