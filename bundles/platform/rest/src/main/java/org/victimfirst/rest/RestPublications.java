package org.victimfirst.rest;

import java.util.List;
import java.util.Optional;

/** What is published under /api/v1, and what was refused. */
public interface RestPublications {
  /** All modules that have contributed a resource, by name. */
  List<RestPublication> publications();

  /** One module; empty when it contributes no resource. */
  Optional<RestPublication> publication(String module);

  /** The OpenAPI 3 document of all modules, as JSON. */
  String openApi();
}
