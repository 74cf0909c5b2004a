package org.victimfirst.area;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.osgi.framework.Version;
import org.victimfirst.api.area.AreaProfile;

/**
 * An area bundle that is there.
 *
 * @param area code of the area, from the bundle's header
 * @param version version of the bundle
 * @param profile what it holds
 */
record InstalledArea(String area, Version version, AreaProfile profile) {
  /**
   * The profile in force: of the configured area, or of the only one, the highest version.
   *
   * @throws IllegalStateException when there is none, or several and none is configured
   */
  static AreaProfile inForce(Collection<InstalledArea> installed, String configured) {
    TreeSet<String> areas = new TreeSet<>();
    installed.forEach(area -> areas.add(area.area()));
    if (areas.isEmpty()) {
      throw new IllegalStateException("No area is installed");
    }
    if (configured.isEmpty() && areas.size() > 1) {
      throw new IllegalStateException(
          "Several areas are installed ("
              + String.join(", ", areas)
              + "): name one as area= in org.victimfirst.area.cfg");
    }
    String area = configured.isEmpty() ? areas.first() : configured;
    List<InstalledArea> editions =
        installed.stream().filter(one -> one.area().equals(area)).toList();
    return editions.stream()
        .max(Comparator.comparing(InstalledArea::version))
        .map(InstalledArea::profile)
        .orElseThrow(() -> new IllegalStateException("The area " + area + " is not installed"));
  }
}
