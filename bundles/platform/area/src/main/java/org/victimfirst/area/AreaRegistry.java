package org.victimfirst.area;

import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;

/** Follows the area bundles as they come and go. */
@Component(
    service = AreaProfiles.class,
    configurationPid = "org.victimfirst.area",
    immediate = true)
public final class AreaRegistry implements AreaProfiles, BundleTrackerCustomizer<InstalledArea> {
  private static final String HEADER = "VictimFirst-Area";
  private static final Logger LOG = LoggerFactory.getLogger(AreaRegistry.class);

  private final Map<Long, InstalledArea> installed = new ConcurrentHashMap<>();
  private final String configured;
  private final BundleTracker<InstalledArea> tracker;

  /** The settings of PID {@code org.victimfirst.area}. */
  @interface Settings {
    /** Code of the area to serve; needed only while several are installed. */
    String area() default "";
  }

  @Activate
  public AreaRegistry(BundleContext context, Settings settings) {
    configured = settings.area().trim();
    tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
    tracker.open();
  }

  @Deactivate
  void close() {
    tracker.close();
  }

  @Override
  public AreaProfile current() {
    return InstalledArea.inForce(installed.values(), configured);
  }

  @Override
  public @Nullable InstalledArea addingBundle(Bundle bundle, @Nullable BundleEvent event) {
    String area = bundle.getHeaders("").get(HEADER);
    if (area == null) {
      return null;
    }
    try {
      AreaProfile profile = ProfileReader.read(path -> open(bundle, path));
      if (!profile.code().equals(area)) {
        throw new ProfileException(
            "The header says " + area + ", the profile says " + profile.code());
      }
      InstalledArea found = new InstalledArea(area, bundle.getVersion(), profile);
      installed.put(bundle.getBundleId(), found);
      LOG.info("Area {} {}: {} findings", area, profile.edition(), profile.findings().size());
      return found;
    } catch (ProfileException e) {
      LOG.error("The area bundle {} cannot be used: {}", bundle.getSymbolicName(), e.getMessage());
      return null;
    }
  }

  private static @Nullable InputStream open(Bundle bundle, String path) throws java.io.IOException {
    URL entry = bundle.getEntry(path);
    return entry == null ? null : entry.openStream();
  }

  @Override
  public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, InstalledArea area) {}

  @Override
  public void removedBundle(Bundle bundle, @Nullable BundleEvent event, InstalledArea area) {
    installed.remove(bundle.getBundleId());
    LOG.info("Area {} {} has gone", area.area(), area.profile().edition());
  }
}
