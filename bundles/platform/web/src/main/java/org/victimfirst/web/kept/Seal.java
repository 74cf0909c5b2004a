package org.victimfirst.web.kept;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is kept, with AES-256-GCM. The key and the row's id are both derived from a random
 * token that only the person's cookie holds, and the login is bound in: neither the database alone
 * nor another person can open it.
 */
final class Seal {
  private static final int TOKEN_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Seal() {}

  /** Something encrypted: text that a database can hold. */
  record Sealed(String nonce, String content) {}

  static String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String id(String token) {
    return HexFormat.of().formatHex(digest("id", token));
  }

  static Sealed close(String token, String login, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] content = cipher(Cipher.ENCRYPT_MODE, token, login, nonce).doFinal(plain);
      return new Sealed(
          HexFormat.of().formatHex(nonce), Base64.getEncoder().encodeToString(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES-GCM", e);
    }
  }

  /** Opens it; empty when token or login are not the right ones, or somebody changed it. */
  static Optional<byte[]> open(String token, String login, Sealed sealed) {
    try {
      byte[] nonce = HexFormat.of().parseHex(sealed.nonce());
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, token, login, nonce);
      return Optional.of(cipher.doFinal(Base64.getDecoder().decode(sealed.content())));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Not theirs: the same answer as if there were nothing.
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, String token, String login, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(digest("key", token), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(login.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] digest(String purpose, String token) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((purpose + ":" + token).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
