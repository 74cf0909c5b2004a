package org.victimfirst.security.internal.domain;

import java.util.List;
import java.util.Set;
import org.victimfirst.api.security.Permission;

/** The permissions that the modules know which are here now. */
public interface PermissionCatalog {
  /** Names of the permissions that are here now and stored. */
  Set<String> installed();

  /** What the owner of the data folder may do now. */
  Set<String> ownersGrant();

  /** The modules that are here now, by title. */
  List<Module> modules();

  /** A module and its permissions, as it lists them. */
  record Module(String name, String title, List<Permission> permissions) {}
}
