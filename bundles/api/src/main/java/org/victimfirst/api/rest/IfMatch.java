package org.victimfirst.api.rest;

import org.jspecify.annotations.Nullable;

/** Reads the version that a caller believes to be the current one. */
public final class IfMatch {
  private IfMatch() {}

  /**
   * The version in an {@code If-Match} header.
   *
   * @param header the header as sent, such as {@code "12"}, or null when there is none
   * @return the version; whether it is still the current one is for the store to see
   * @throws ProblemException 428 {@code if_match_missing} without the header, 400 {@code
   *     if_match_unreadable} when it holds anything but one version
   */
  public static int version(@Nullable String header) {
    if (header == null || header.isBlank()) {
      throw new ProblemException(
          428,
          "if_match_missing",
          "The version is missing",
          "Send the ETag of what you read in the header If-Match.");
    }
    String tag = header.strip();
    if (tag.startsWith("W/")) {
      tag = tag.substring(2);
    }
    if (!tag.matches("\"\\d{1,9}\"")) {
      throw ProblemException.badRequest(
          "if_match_unreadable", "If-Match holds one version in quotation marks, such as \"12\".");
    }
    return Integer.parseInt(tag.substring(1, tag.length() - 1));
  }
}
