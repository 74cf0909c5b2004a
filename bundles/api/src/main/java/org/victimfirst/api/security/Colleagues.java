package org.victimfirst.api.security;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The people who may do something now: to hand work over to them. */
@ProviderType
public interface Colleagues {
  /** Everybody with an open account who has the permission, by name. */
  List<Colleague> with(String permission);

  /**
   * Somebody.
   *
   * @param login what records name them by
   * @param name what people read
   */
  record Colleague(String login, String name) {}
}
