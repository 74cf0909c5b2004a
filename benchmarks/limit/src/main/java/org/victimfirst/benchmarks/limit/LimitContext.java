package org.victimfirst.benchmarks.limit;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.context.ServletContextHelper;

/** Everything here lies under /limit. */
@Component(
    service = ServletContextHelper.class,
    property = {
      "osgi.http.whiteboard.context.name=" + LimitContext.NAME,
      "osgi.http.whiteboard.context.path=/limit"
    })
public final class LimitContext extends ServletContextHelper {
  static final String NAME = "victimfirst-limit";
  static final String SELECT =
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=" + NAME + ")";
}
