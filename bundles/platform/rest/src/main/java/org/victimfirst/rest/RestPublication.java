package org.victimfirst.rest;

import java.util.List;

/**
 * The resources of one module.
 *
 * @param module its name
 * @param resources class names of the resources that are published
 * @param refused why resources were not published, in sentences; empty when all is well
 */
public record RestPublication(String module, List<String> resources, List<String> refused) {
  /** Copies the lists. */
  public RestPublication {
    resources = List.copyOf(resources);
    refused = List.copyOf(refused);
  }
}
