package org.victimfirst.modules.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a change would do. Nothing of it has been done.
 *
 * @param change the change
 * @param version the version that it would install, or an empty string
 * @param install bundles that would be installed and started
 * @param update bundles that would be updated: the old one stopped, the new one started
 * @param stop bundles that would be stopped: the old ones, the removed ones, the refreshed ones
 * @param remove bundles that would be removed
 * @param refresh bundles that would be stopped and wired anew
 * @param adds what the module would add, in words, such as "1 case tab"
 * @param schema what would happen to its tables, in words
 * @param refusals why it will not be done, in sentences; empty when it may be
 */
public record Plan(
    Change change,
    String version,
    List<BundleName> install,
    List<BundleName> update,
    List<BundleName> stop,
    List<BundleName> remove,
    List<BundleName> refresh,
    List<String> adds,
    String schema,
    List<String> refusals) {
  /** Copies the lists. */
  public Plan {
    install = List.copyOf(install);
    update = List.copyOf(update);
    stop = List.copyOf(stop);
    remove = List.copyOf(remove);
    refresh = List.copyOf(refresh);
    adds = List.copyOf(adds);
    refusals = List.copyOf(refusals);
  }

  /** Whether it may be done. */
  public boolean allowed() {
    return refusals.isEmpty();
  }

  /** Bundles that would be started: new ones, new versions, and the refreshed ones again. */
  public List<BundleName> start() {
    return Stream.of(install, update, refresh).flatMap(List::stream).toList();
  }

  /** The plan in a sentence. */
  public String summary() {
    return "Would install "
        + count(install.size())
        + ", update "
        + update.size()
        + ", start "
        + start().size()
        + ", stop "
        + stop.size()
        + ", refresh "
        + refresh.size()
        + ".";
  }

  private static String count(int bundles) {
    return bundles + (bundles == 1 ? " bundle" : " bundles");
  }
}
