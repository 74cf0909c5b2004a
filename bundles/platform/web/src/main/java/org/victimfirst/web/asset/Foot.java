package org.victimfirst.web.asset;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The running foot of a printed page: its title, which never has a name in it. A style sheet of its
 * own, since only style sheets reach the margin of paper, and pages have no inline styles.
 */
final class Foot {
  static final String PREFIX = "/assets/foot/";
  private static final String SUFFIX = ".css";
  private static final int LONGEST = 400;

  private Foot() {}

  static String address(String title) {
    byte[] text = title.getBytes(StandardCharsets.UTF_8);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(text) + SUFFIX;
  }

  /** The style sheet at an address; empty when it is none of ours. */
  static Optional<String> sheet(String path) {
    if (!path.endsWith(SUFFIX) || path.length() > LONGEST) {
      return Optional.empty();
    }
    String token = path.substring(PREFIX.length(), path.length() - SUFFIX.length());
    try {
      byte[] text = Base64.getUrlDecoder().decode(token);
      return Optional.of(
          "@page{@bottom-left{content:\""
              + quoted(new String(text, StandardCharsets.UTF_8))
              + "\";font:8pt \"Liberation Sans\",Arial,sans-serif;color:#44565c}}");
    } catch (IllegalArgumentException e) {
      // Not written by us.
      return Optional.empty();
    }
  }

  /** Everything but letters, digits and blanks as a CSS escape. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == ' ' || (c < 128 && Character.isLetterOrDigit(c))) {
                out.appendCodePoint(c);
              } else {
                out.append('\\').append(Integer.toHexString(c)).append(' ');
              }
            });
    return out.toString();
  }
}
