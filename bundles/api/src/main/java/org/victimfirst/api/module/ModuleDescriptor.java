package org.victimfirst.api.module;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.victimfirst.api.security.Permission;

/**
 * What a module says about itself. Exactly one service per module, carrying {@link
 * VictimFirstModule}; a second one of the same module is ignored and named in the log.
 *
 * <p>Called from any thread and often: answer from constants.
 */
@ConsumerType
public interface ModuleDescriptor {
  /** Title for people, one or two words, such as "Needs". */
  String title();

  /** One sentence for the Modules page: what a service can do with this module. */
  String purpose();

  /** The permissions that this module knows. Names begin with the module's name and a colon. */
  List<Permission> permissions();
}
