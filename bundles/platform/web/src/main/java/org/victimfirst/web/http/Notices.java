package org.victimfirst.web.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Success messages on their way to the next page: in a cookie, so that any node may show them,
 * signed by the session, so that nobody else can put words into our mouth.
 */
public final class Notices {
  private static final String COOKIE = "vf-notice";
  private static final int SECONDS = 60;

  private Notices() {}

  /** Leaves a message for the next page of the session. */
  public static void leave(Exchange exchange, String session, String message) {
    if (!message.isEmpty() && !session.isEmpty()) {
      String text = encode(message.getBytes(StandardCharsets.UTF_8));
      exchange.setCookie(COOKIE, text + "." + encode(sign(session, text)), SECONDS);
    }
  }

  /** Takes the message of the page before, once. */
  public static Optional<String> take(Exchange exchange, String session) {
    Optional<String> cookie = exchange.cookie(COOKIE);
    if (cookie.isEmpty()) {
      return Optional.empty();
    }
    exchange.setCookie(COOKIE, "", 0);
    String[] parts = cookie.get().split("\\.", -1);
    if (parts.length != 2 || session.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] signature = Base64.getUrlDecoder().decode(parts[1]);
      return MessageDigest.isEqual(signature, sign(session, parts[0]))
          ? Optional.of(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // Not written by us.
      return Optional.empty();
    }
  }

  private static byte[] sign(String session, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(session.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
