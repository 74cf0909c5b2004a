package org.victimfirst.modules.karaf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.resolver.ResolutionException;

/** Says in a sentence why Karaf refused. */
final class Reasons {
  private static final Pattern MISSING =
      Pattern.compile("missing requirement \\[([^/\\]]++)[^\\]]*+\\] ([^\\[]++)");

  private static final Pattern PLATFORM = Pattern.compile("version>=([0-9.]+)");

  private Reasons() {}

  static String of(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResolutionException) {
        return ofResolver(String.valueOf(cause.getMessage()));
      }
    }
    return String.valueOf(exception.getMessage());
  }

  /** The resolver names a chain of requirements; the last one is the reason. */
  static String ofResolver(String words) {
    Matcher matcher = MISSING.matcher(words);
    String who = "";
    String what = "";
    while (matcher.find()) {
      who = matcher.group(1);
      what = matcher.group(2).replace("]", "").strip();
    }
    if (who.isEmpty()) {
      return "It does not fit what is installed: " + words;
    }
    Matcher platform = PLATFORM.matcher(what);
    if (what.startsWith("victimfirst.platform")) {
      String version = platform.find() ? " " + platform.group(1) : "";
      return "It is made for another version of the platform: " + who + " needs" + version + ".";
    }
    return "It does not fit what is installed: " + who + " needs " + what + ".";
  }
}
