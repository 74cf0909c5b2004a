package org.victimfirst.security.internal.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.victimfirst.api.security.Call;

/** The roles and what they may do. */
public interface RoleBook {
  /** All roles, in their order. */
  List<Role> roles();

  /** One role. */
  Optional<Role> find(String code);

  /**
   * Says what a role may do of what is installed. What it may do in modules that are away stays as
   * it is. Audited.
   *
   * @param version the version that the caller has seen
   * @param permissions names, of installed modules only
   * @throws RefusedException when a permission is not installed
   * @throws org.victimfirst.api.persistence.StaleVersionException when somebody else changed it
   */
  Role allow(Call call, String code, int version, Set<String> permissions);
}
