package org.victimfirst.modules.health;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.osgi.service.http.runtime.dto.ServletContextDTO;
import org.osgi.service.http.runtime.dto.ServletDTO;
import org.victimfirst.modules.manager.Boot;

/** The platform has started, and the modules are those that were decided upon. */
@Component(
    service = HealthCheck.class,
    property = {"hc.name=Start", "hc.tags=victimfirst", "hc.tags=platform"})
public final class StartCheck implements HealthCheck {
  private static final Set<String> SERVLETS = Set.of("victimfirst-rest", "victimfirst-web");

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Boot boot;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable HttpServiceRuntime server;

  @Override
  public Result execute() {
    ResultLog log = new ResultLog();
    Boot now = boot;
    Optional<List<String>> problems = now == null ? Optional.empty() : now.problems();
    if (problems.isEmpty() || !served()) {
      log.add(new ResultLog.Entry(Result.Status.TEMPORARILY_UNAVAILABLE, "Still starting"));
    } else if (problems.get().isEmpty()) {
      log.add(new ResultLog.Entry(Result.Status.OK, "Started"));
    } else {
      for (String problem : problems.get()) {
        log.add(new ResultLog.Entry(Result.Status.WARN, problem));
      }
    }
    return new Result(log);
  }

  /** Whether the web server has taken in the console and the REST interface. */
  private boolean served() {
    HttpServiceRuntime now = server;
    if (now == null) {
      return false;
    }
    Set<String> names = new HashSet<>();
    for (ServletContextDTO servletContext : now.getRuntimeDTO().servletContextDTOs) {
      for (ServletDTO servlet : servletContext.servletDTOs) {
        names.add(servlet.name);
      }
    }
    return names.containsAll(SERVLETS);
  }
}
