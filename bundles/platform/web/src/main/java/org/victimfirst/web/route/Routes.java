package org.victimfirst.web.route;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;

/** All routes that are here now. Readers see one unchanging list; a change puts another there. */
public final class Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Map<PageSet, List<Entry>> sets = new HashMap<>();
  private volatile List<Entry> entries = List.of();

  private record Entry(Route route, PathPattern pattern, String module, long age, boolean walled) {
    String address() {
      return route.method() + " " + pattern.shape();
    }
  }

  /**
   * Adds the routes of a page set.
   *
   * @param age of two routes for one address, the one with the lower age wins
   * @throws RuntimeException when the set cannot say its routes, or one of them is malformed or
   *     lies where another module's pages belong
   */
  public synchronized void add(PageSet set, String module, long age, boolean walled) {
    List<Entry> added = new ArrayList<>();
    for (Route route : set.routes()) {
      OwnAddresses.check(module, route.path());
      added.add(new Entry(route, new PathPattern(route.path()), module, age, walled));
    }
    sets.put(set, added);
    publish();
  }

  /** Takes the routes of a page set away, at once. */
  public synchronized void remove(PageSet set) {
    if (sets.remove(set) != null) {
      publish();
    }
  }

  private void publish() {
    Map<String, Entry> byAddress = new HashMap<>();
    sets.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparingLong(Entry::age))
        .forEach(
            entry -> {
              Entry older = byAddress.putIfAbsent(entry.address(), entry);
              if (older != null) {
                LOG.error(
                    "{} of {} is not used: {} had it first",
                    entry.route().path(),
                    entry.module(),
                    older.module());
              }
            });
    entries =
        byAddress.values().stream()
            .sorted(
                Comparator.comparingInt((Entry e) -> -e.pattern().literals())
                    .thenComparing(Entry::address))
            .toList();
  }

  /** All routes, by address, without values for their segments. */
  public List<Match> all() {
    return entries.stream()
        .sorted(Comparator.comparing((Entry e) -> e.route().path()).thenComparing(Entry::address))
        .map(entry -> new Match(entry.route(), entry.module(), entry.walled(), Map.of()))
        .toList();
  }

  /** The route that answers; the most exact of those that fit. */
  public Optional<Match> find(String method, String path) {
    for (Entry entry : entries) {
      if (entry.route().method().equals(method)) {
        Optional<Map<String, String>> segments = entry.pattern().match(path);
        if (segments.isPresent()) {
          return Optional.of(
              new Match(entry.route(), entry.module(), entry.walled(), segments.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** The methods that an address takes; empty when nothing answers there. */
  public Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    for (Entry entry : entries) {
      if (entry.pattern().match(path).isPresent()) {
        methods.add(entry.route().method());
      }
    }
    return methods;
  }
}
