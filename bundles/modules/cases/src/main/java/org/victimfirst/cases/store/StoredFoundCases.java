package org.victimfirst.cases.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.cases.domain.FoundCases;

/** What searches found, in a table, so that any node can show it. */
@Component
public final class StoredFoundCases implements FoundCases {
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Database database;
  private final SecureRandom random = new SecureRandom();

  /** For the platform. */
  @Activate
  public StoredFoundCases(@Reference(target = "(victimfirst.module=cases)") Database database) {
    this.database = database;
  }

  @Override
  public String keep(long userId, List<Long> caseIds) {
    byte[] secret = new byte[16];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant now = Instant.now();
    return database.write(
        connection -> {
          try (PreparedStatement old =
                  connection.prepareStatement("DELETE FROM cases.search_token WHERE ends_at < ?");
              PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO cases.search_token (token_hash, user_id, case_ids, ends_at)"
                          + " VALUES (?, ?, ?, ?)")) {
            old.setTimestamp(1, Timestamp.from(now));
            old.executeUpdate();
            insert.setString(1, hash(token));
            insert.setLong(2, userId);
            insert.setString(
                3, caseIds.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            insert.setTimestamp(4, Timestamp.from(now.plus(KEPT)));
            insert.executeUpdate();
            return token;
          }
        });
  }

  @Override
  public List<Long> of(long userId, String token) {
    return database.read(
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT case_ids FROM cases.search_token"
                      + " WHERE token_hash = ? AND user_id = ? AND ends_at > ?")) {
            select.setString(1, hash(token));
            select.setLong(2, userId);
            select.setTimestamp(3, Timestamp.from(Instant.now()));
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? ids(row.getString(1)) : List.<Long>of();
            }
          }
        });
  }

  private static List<Long> ids(String text) {
    return Arrays.stream(text.split(" ")).filter(id -> !id.isEmpty()).map(Long::valueOf).toList();
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
