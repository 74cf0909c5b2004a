package org.victimfirst.cases.domain;

import org.jspecify.annotations.Nullable;

/** One number for telephone and postcode together, to find the same household again. */
public final class ContactKey {
  private static final int SHORTEST_PHONE = 9;

  private ContactKey() {}

  /** The key, or null when telephone or postcode is missing or too short to tell anything. */
  public static @Nullable Long of(String phone, String postcode) {
    String digits = digits(phone);
    String place = NameKey.fold(postcode);
    if (digits.length() < SHORTEST_PHONE || place.isEmpty()) {
      return null;
    }
    long hash = 0xcbf29ce484222325L;
    hash = mix(hash, digits);
    hash = (hash ^ '/') * 0x100000001b3L;
    return mix(hash, place);
  }

  /** The digits of a British telephone number, without country code and leading zeros. */
  static String digits(String phone) {
    StringBuilder digits = new StringBuilder(phone.length());
    boolean international = phone.strip().startsWith("+44") || phone.strip().startsWith("0044");
    for (int i = 0; i < phone.length(); i++) {
      char c = phone.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    if (international) {
      digits.delete(0, digits.indexOf("44") + 2);
    }
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return digits.substring(zeros);
  }

  private static long mix(long hash, String text) {
    long mixed = hash;
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mixed;
  }
}
