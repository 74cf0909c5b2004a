package org.victimfirst.modules.health;

import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.modules.ModulesModule;
import org.victimfirst.modules.karaf.RemovedLoaders;

/** Metrics for Prometheus: to this machine itself, or with the permission {@code modules:read}. */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/metrics",
      "osgi.http.whiteboard.servlet.name=victimfirst-metrics"
    })
public final class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient MetricRegistry registry;
  private final transient JobMetrics jobs;
  private final transient RemovedLoaders loaders;
  private final transient Visitors visitors;

  /** Tells this registry. */
  @Activate
  public MetricsServlet(
      @Reference MetricRegistry registry,
      @Reference JobMetrics jobs,
      @Reference RemovedLoaders loaders,
      @Reference Visitors visitors) {
    this.registry = registry;
    this.jobs = jobs;
    this.loaders = loaders;
    this.visitors = visitors;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!Visitors.local(request) && !visitors.may(request, ModulesModule.READ)) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    MetricsText text = new MetricsText().add(registry);
    jobs.byStatus()
        .forEach(
            (status, count) ->
                text.value("gauge", "victimfirst_jobs{status=\"" + status + "\"}", count));
    PoolMetrics.connections()
        .forEach(
            (state, count) ->
                text.value(
                    "gauge", "victimfirst_database_connections{state=\"" + state + "\"}", count));
    text.value("gauge", "victimfirst_removed_module_loaders{state=\"held\"}", loaders.held());
    text.value(
        "gauge", "victimfirst_removed_module_loaders{state=\"collected\"}", loaders.collected());
    response.setContentType("text/plain; version=0.0.4; charset=utf-8");
    response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
