package org.victimfirst.security.internal.store;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.victimfirst.security.internal.domain.Secret;

/**
 * The token of whoever owns the data folder: new at each start, in {@code run/owner.token}. Whoever
 * can read that file could read the database as well.
 */
@Component(service = OwnerKey.class, immediate = true)
public class OwnerKey {
  /** Its place in the data folder. */
  static final String FILE = "run/owner.token";

  private final DataFolder folder;
  private final String token = Secret.random();

  /** Wired by Declarative Services. */
  @Activate
  public OwnerKey(BundleContext context) {
    this(DataFolder.of(context));
  }

  OwnerKey(DataFolder folder) {
    this.folder = folder;
    folder.writePrivate(FILE, token + "\n");
  }

  @Deactivate
  void forget() {
    folder.delete(FILE);
  }

  boolean is(String candidate) {
    return Secret.same(candidate, token);
  }
}
