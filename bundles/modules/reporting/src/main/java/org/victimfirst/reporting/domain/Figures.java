package org.victimfirst.reporting.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks the trees of figures: maps of maps, with dots between the keys of a path. */
final class Figures {
  private Figures() {}

  /** Every leaf with its path, in order. */
  static void leaves(Map<?, ?> tree, BiConsumer<String, @Nullable Object> each) {
    walk("", tree, each);
  }

  private static void walk(
      String prefix, Map<?, ?> tree, BiConsumer<String, @Nullable Object> each) {
    tree.forEach(
        (key, value) -> {
          String path = prefix + key;
          if (value instanceof Map<?, ?> below) {
            walk(path + ".", below, each);
          } else {
            each.accept(path, value);
          }
        });
  }

  /** The counts of a tree by their paths. */
  static Map<String, Long> counts(Map<?, ?> tree) {
    Map<String, Long> counts = new LinkedHashMap<>();
    leaves(
        tree,
        (path, value) -> {
          if (value instanceof Long count) {
            counts.put(path, count);
          }
        });
    return counts;
  }

  /** A copy of a tree without some of its values. */
  static Map<String, Object> without(Map<?, ?> tree, Predicate<String> left) {
    return copy("", tree, left);
  }

  private static Map<String, Object> copy(String prefix, Map<?, ?> tree, Predicate<String> left) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    tree.forEach(
        (key, value) -> {
          String path = prefix + key;
          if (value instanceof Map<?, ?> below) {
            copy.put(String.valueOf(key), copy(path + ".", below, left));
          } else {
            copy.put(String.valueOf(key), left.test(path) ? null : value);
          }
        });
    return plain(copy);
  }

  // The contract of a section writes maps whose values may be null as maps of objects.
  @SuppressWarnings("NullAway")
  private static Map<String, Object> plain(Map<String, @Nullable Object> map) {
    return map;
  }
}
