package org.victimfirst.reporting.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.victimfirst.api.reporting.Block;

/** Words for the paths of a section's figures, from the labels of its blocks. */
final class Labels {
  private static final Pattern DOT = Pattern.compile("\\.");

  private final Map<String, String> labels = new HashMap<>();

  Labels(Report.Part part) {
    for (Block block : part.section().blocks()) {
      if (block instanceof Block.Bars bars) {
        bars.bars().forEach(bar -> labels.putIfAbsent(bar.code(), bar.label()));
      } else if (block instanceof Block.Levels levels) {
        levels.pairs().forEach(pair -> labels.putIfAbsent(pair.code(), pair.label()));
      }
    }
  }

  String of(String path) {
    return DOT.splitAsStream(path)
        .map(key -> labels.getOrDefault(key, words(key)))
        .collect(Collectors.joining(", "));
  }

  private static String words(String key) {
    String words = key.replace('_', ' ').replace("cyp", "children and young people");
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }
}
