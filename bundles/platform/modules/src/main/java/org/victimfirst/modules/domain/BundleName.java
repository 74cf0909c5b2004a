package org.victimfirst.modules.domain;

/**
 * A bundle.
 *
 * @param name symbolic name
 * @param version its version
 */
public record BundleName(String name, String version) implements Comparable<BundleName> {
  @Override
  public int compareTo(BundleName other) {
    int byName = name.compareTo(other.name);
    return byName == 0 ? Versions.ORDER.compare(version, other.version) : byName;
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
