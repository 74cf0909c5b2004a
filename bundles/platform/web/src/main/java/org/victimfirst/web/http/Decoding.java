package org.victimfirst.web.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads addresses and form bodies. */
public final class Decoding {
  private Decoding() {}

  /**
   * Decodes a path. Everything that two readers could understand in two ways is refused: encoded
   * slashes, dots as segments, parameters of segments, doubled slashes.
   *
   * @return the path, or an empty string when it is refused
   */
  static String path(String raw) {
    String lower = raw.toLowerCase(java.util.Locale.ROOT);
    if (!raw.startsWith("/")
        || raw.contains("//")
        || raw.contains(";")
        || lower.contains("%2f")
        || lower.contains("%5c")
        || lower.contains("%00")) {
      return "";
    }
    String decoded;
    try {
      decoded = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A percent sign without two digits after it is no address of ours.
      return "";
    }
    for (String segment : decoded.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        return "";
      }
    }
    return decoded;
  }

  /** Whether an address leads to a page of this console. */
  public static boolean local(String address) {
    return address.startsWith("/")
        && !address.startsWith("//")
        && address.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
  }

  /** Reads {@code a=1&b=2}; fields keep their order. Line breaks become {@code \n}. */
  public static Map<String, List<String>> fields(String text) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        add(fields, decode(name), decode(value));
      }
    }
    return fields;
  }

  static void add(Map<String, List<String>> fields, String name, String value) {
    fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value.replace("\r\n", "\n"));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign was typed as such.
      return text;
    }
  }

  /** Reads UTF-8; a byte that is none becomes a question mark in a box. */
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("Replaced characters cannot fail", e);
    }
  }
}
