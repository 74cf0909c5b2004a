package org.victimfirst.modules.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.modules.ModulesModule;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.health.Health;
import org.victimfirst.modules.health.HealthReport;
import org.victimfirst.modules.manager.ModuleManager;
import org.victimfirst.persistence.Backups;

/** The platform itself, for the launcher: how it is, and a backup of everything. */
@Path("/platform")
@Component(service = RestResource.class)
@VictimFirstModule(module = "modules")
public final class PlatformResource implements RestResource {
  private final String version;
  private final Health health;
  private final ModuleManager manager;
  private final Backups backups;
  private final CallContext calls;
  private final Audit audit;

  /** Speaks for this instance. */
  @Activate
  public PlatformResource(
      BundleContext context,
      @Reference Health health,
      @Reference ModuleManager manager,
      @Reference Backups backups,
      @Reference CallContext calls,
      @Reference Audit audit) {
    this.version = context.getBundle().getVersion().toString();
    this.health = health;
    this.manager = manager;
    this.backups = backups;
    this.calls = calls;
    this.audit = audit;
  }

  /**
   * How the platform is.
   *
   * @param version of the platform
   * @param startedAt with offset
   * @param ready whether requests should be sent here
   * @param status {@code ok}, {@code warn}, {@code starting} or {@code failed}
   * @param modules how many are installed
   */
  record Status(
      String version, OffsetDateTime startedAt, boolean ready, String status, int modules) {}

  @GET
  @Path("/status")
  @Produces("application/json")
  @Requires(ModulesModule.READ)
  @Operation(summary = "Version, start and readiness of the platform")
  public Status status() {
    HealthReport report = health.report();
    Instant started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    int installed = (int) manager.modules().stream().filter(ModuleState::installed).count();
    return new Status(
        version,
        started.atZone(ZoneId.of("Europe/London")).toOffsetDateTime(),
        report.ready(),
        report.status(),
        installed);
  }

  @POST
  @Path("/backup")
  @Produces("application/zip")
  @Requires(ModulesModule.BACKUP)
  @Operation(summary = "All data of this moment in one file; it holds personal data")
  public Response backup() {
    audit.record(calls.current(), "modules.backup.taken", "platform", 0, Map.of());
    StreamingOutput content = backups::write;
    return Response.ok(content)
        .header("Content-Disposition", "attachment; filename=\"victimfirst-backup.zip\"")
        .build();
  }
}
