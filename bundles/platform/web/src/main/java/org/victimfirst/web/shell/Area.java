package org.victimfirst.web.shell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;

/** The area's name and addresses, while an area is installed. */
@Component(service = Area.class)
public final class Area {
  private static final String SERVICE = "Victim First";

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable AreaProfiles profiles;

  /** Without an area. */
  public Area() {
    // For DS, which sets the field.
  }

  /** With an area, for tests. */
  public Area(AreaProfiles profiles) {
    this.profiles = profiles;
  }

  private Optional<AreaProfile> profile() {
    AreaProfiles current = profiles;
    if (current == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(current.current());
    } catch (IllegalStateException e) {
      // No area is installed; the shell works without.
      return Optional.empty();
    }
  }

  /** The area's name, or an empty string. */
  public String name() {
    return profile().map(AreaProfile::name).orElse("");
  }

  /** The service's name. */
  public String serviceName() {
    return profile().map(AreaProfile::serviceName).filter(n -> !n.isBlank()).orElse(SERVICE);
  }

  /** A setting such as {@code contact.phone}, or an empty string. */
  public String setting(String key) {
    return profile().map(p -> p.settings().getOrDefault(key, "")).orElse("");
  }
}
