package org.victimfirst.web.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Requires;
import org.victimfirst.web.ConsolePermissions;
import org.victimfirst.web.contribution.Contributions;
import org.victimfirst.web.shell.CasePages;
import org.victimfirst.web.shell.Shell;

/** Which addresses the console has now, and what each needs: to check who may do what. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "web")
@Path("/pages")
@Requires(ConsolePermissions.PAGES)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pages")
public class PagesResource implements RestResource {
  private final Contributions contributions;

  /** Wired by Declarative Services. */
  @Activate
  public PagesResource(@Reference Contributions contributions) {
    this.contributions = contributions;
  }

  /**
   * An address of the console.
   *
   * @param module the module that answers
   * @param method {@code GET} or {@code POST}
   * @param path the address; names in braces take one segment
   * @param permission what it needs; {@code *signed-in} or {@code *public} where it needs none
   */
  public record PageView(String module, String method, String path, String permission) {}

  /** All addresses: the shell's own, tabs of cases, and the pages of modules. */
  @GET
  @Operation(
      summary = "Lists the console's addresses with the permission that each needs",
      description =
          "The resources' permissions are in the OpenAPI document, as x-permission; which role has"
              + " which permission is under /security/roles.")
  public List<PageView> list() {
    Stream<PageView> own =
        Shell.doors().entrySet().stream()
            .map(
                door ->
                    new PageView(
                        "web", method(door.getKey()), path(door.getKey()), door.getValue()));
    Stream<PageView> tabs =
        contributions.caseTabs().stream()
            .map(
                tab ->
                    new PageView(
                        tab.module(),
                        "GET",
                        CasePages.pattern(tab.service().key()),
                        tab.service().permission()));
    Stream<PageView> routes =
        contributions.routes().all().stream()
            .map(
                match ->
                    new PageView(
                        match.module(),
                        match.route().method(),
                        match.route().path(),
                        match.route().permission()));
    return Stream.of(own, tabs, routes).flatMap(pages -> pages).toList();
  }

  private static String method(String door) {
    return door.substring(0, door.indexOf(' '));
  }

  private static String path(String door) {
    return door.substring(door.indexOf(' ') + 1);
  }
}
