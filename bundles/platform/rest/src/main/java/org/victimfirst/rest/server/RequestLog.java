package org.victimfirst.rest.server;

import com.codahale.metrics.MetricRegistry;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line and one measurement per request: no query, no ids, nothing that somebody typed. */
@Component(service = RequestLog.class)
public final class RequestLog {
  static final String TEMPLATE = "org.victimfirst.rest.template";
  private static final Logger LOG = LoggerFactory.getLogger("org.victimfirst.access");

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable MetricRegistry metrics;

  void ended(HttpServletRequest request, String module, int status, long nanos) {
    Object template = request.getAttribute(TEMPLATE);
    String path = template == null ? "-" : template.toString();
    LOG.info(
        "{} /api/v1/{}{} {} {} ms",
        request.getMethod(),
        module,
        path,
        status,
        TimeUnit.NANOSECONDS.toMillis(nanos));
    MetricRegistry registry = metrics;
    if (registry != null) {
      registry
          .timer("victimfirst_rest_seconds{module=\"" + module + "\",status=\"" + status + "\"}")
          .update(nanos, TimeUnit.NANOSECONDS);
    }
  }
}
