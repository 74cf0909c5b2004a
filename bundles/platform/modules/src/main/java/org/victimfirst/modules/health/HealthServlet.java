package org.victimfirst.modules.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.modules.ModulesModule;

/**
 * Health for machines: 200 when requests may be sent here, else 503. Strangers see the status only;
 * with the permission {@code modules:read} there are the checks with their findings.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/health",
      "osgi.http.whiteboard.servlet.name=victimfirst-health"
    })
public final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Health health;
  private final transient Visitors visitors;
  private final transient ObjectMapper json = new ObjectMapper();

  /** Tells this health. */
  @Activate
  public HealthServlet(@Reference Health health, @Reference Visitors visitors) {
    this.health = health;
    this.visitors = visitors;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HealthReport report = health.report();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", report.status());
    body.put("checks", checks(report, visitors.may(request, ModulesModule.READ)));
    response.setStatus(report.ready() ? 200 : 503);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("application/json");
    response.getOutputStream().write(json.writeValueAsBytes(body));
  }

  private static List<Map<String, Object>> checks(HealthReport report, boolean detailed) {
    List<Map<String, Object>> checks = new ArrayList<>();
    for (HealthReport.Check check : report.checks()) {
      if (detailed || check.platform()) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", check.name());
        one.put("status", check.status().name());
        if (detailed) {
          one.put("findings", check.findings());
        }
        checks.add(one);
      }
    }
    return checks;
  }
}
