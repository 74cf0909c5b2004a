package org.victimfirst.rest.server;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.context.ServletContextHelper;

/**
 * The servlet context of everything under /api: apart from the console's, so that neither its
 * filters nor another servlet of the root context come between a caller and {@link RestServlet}.
 */
@Component(
    service = ServletContextHelper.class,
    property = {
      "osgi.http.whiteboard.context.name=" + RestContext.NAME,
      "osgi.http.whiteboard.context.path=/api"
    })
public final class RestContext extends ServletContextHelper {
  static final String NAME = "victimfirst-rest";
}
