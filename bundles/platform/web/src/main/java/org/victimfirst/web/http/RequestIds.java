package org.victimfirst.web.http;

import java.security.SecureRandom;

/** Makes ids such as 9F2K-71QD, which can be read out to a helpdesk. */
final class RequestIds {
  private static final char[] LETTERS = "234679ACDEFGHJKLMNPQRTUVWXYZ".toCharArray();
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestIds() {}

  static String next() {
    StringBuilder id = new StringBuilder(9);
    for (int i = 0; i < 8; i++) {
      if (i == 4) {
        id.append('-');
      }
      id.append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
    }
    return id.toString();
  }
}
