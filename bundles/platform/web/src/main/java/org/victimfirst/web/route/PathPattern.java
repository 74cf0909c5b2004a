package org.victimfirst.web.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path with named parts: {@code /needs/assessments/{id}}, {@code /reports/{day:[0-9-]+}}. */
final class PathPattern {
  private static final String ONE_SEGMENT = "[^/]+";

  private final Pattern pattern;
  private final List<String> names = new ArrayList<>();
  private final String shape;
  private final int literals;

  PathPattern(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A path begins with a slash: " + path);
    }
    StringBuilder regex = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    int fixed = 0;
    while (at < path.length()) {
      if (path.charAt(at) == '{') {
        int end = closing(path, at);
        String[] part = path.substring(at + 1, end).split(":", 2);
        String fits = part.length == 2 ? part[1] : ONE_SEGMENT;
        names.add(part[0]);
        // A name of its own keeps groups of the part's expression apart from ours.
        regex.append("(?<p").append(names.size()).append('>').append(fits).append(')');
        plain.append('{').append(part.length == 2 ? fits : "").append('}');
        at = end + 1;
      } else {
        regex.append(Pattern.quote(path.substring(at, at + 1)));
        plain.append(path.charAt(at));
        fixed++;
        at++;
      }
    }
    this.pattern = Pattern.compile(regex.toString());
    this.shape = plain.toString();
    this.literals = fixed;
  }

  private static int closing(String path, int open) {
    int depth = 0;
    for (int i = open; i < path.length(); i++) {
      depth += path.charAt(i) == '{' ? 1 : path.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("A brace is not closed: " + path);
  }

  /** The path without the names of its parts: two alike answer the same addresses. */
  String shape() {
    return shape;
  }

  /** Number of fixed characters: the more, the more exact. */
  int literals() {
    return literals;
  }

  Optional<Map<String, String>> match(String path) {
    Matcher matcher = pattern.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> segments = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      segments.put(names.get(i), matcher.group("p" + (i + 1)));
    }
    return Optional.of(segments);
  }
}
