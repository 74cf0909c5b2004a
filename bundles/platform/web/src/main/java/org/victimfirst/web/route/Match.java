package org.victimfirst.web.route;

import java.util.Map;
import org.victimfirst.api.web.Route;

/**
 * The route that answers an address.
 *
 * @param route the route
 * @param module the module whose it is
 * @param walled whether it does not exist for those without its permission
 * @param segments the named parts of the path
 */
public record Match(Route route, String module, boolean walled, Map<String, String> segments) {}
