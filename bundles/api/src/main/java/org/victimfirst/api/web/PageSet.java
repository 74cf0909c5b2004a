package org.victimfirst.api.web;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The pages of a module. A service with {@code victimfirst.module=needs}; its paths begin with
 * {@code /needs/} or, for pages of a case, with {@code /cases/{caseId}/needs/}: a set with a path
 * elsewhere is refused whole and named in the log. Of two routes for one address the one of the
 * older service is used, and the other is named in the log.
 */
@ConsumerType
public interface PageSet {
  /** The routes; asked once, when the service arrives. */
  List<Route> routes();
}
