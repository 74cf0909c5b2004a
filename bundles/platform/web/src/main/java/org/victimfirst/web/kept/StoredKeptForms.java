package org.victimfirst.web.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.Database;

/** Kept forms in the table {@code web.kept_form}, encrypted. */
@Component
public final class StoredKeptForms implements KeptForms {
  private static final Logger LOG = LoggerFactory.getLogger(StoredKeptForms.class);
  private static final int LARGEST_BYTES = 1 << 20;

  private final Database database;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  @Activate
  public StoredKeptForms(@Reference(target = "(victimfirst.module=web)") Database database) {
    this(database, Clock.system(ZoneId.of("Europe/London")));
  }

  StoredKeptForms(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Optional<String> keep(String login, KeptForm form) {
    byte[] plain;
    try {
      plain = json.writeValueAsBytes(form);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps of text can be written as JSON", e);
    }
    if (!form.mayBeKept() || plain.length > LARGEST_BYTES) {
      return Optional.empty();
    }
    String token = Seal.token();
    Seal.Sealed sealed = Seal.close(token, login, plain);
    LocalDateTime now = LocalDateTime.now(clock);
    database.write(
        connection -> {
          deleteEnded(connection, now);
          insert(connection, Seal.id(token), now.plusSeconds(SECONDS), sealed);
          return true;
        });
    return Optional.of(token);
  }

  private static void insert(
      Connection connection, String id, LocalDateTime end, Seal.Sealed sealed) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO web.kept_form (id, expires_at, nonce, content) VALUES (?, ?, ?, ?)")) {
      insert.setString(1, id);
      insert.setTimestamp(2, Timestamp.valueOf(end));
      insert.setString(3, sealed.nonce());
      insert.setString(4, sealed.content());
      insert.executeUpdate();
    }
  }

  private static void deleteEnded(Connection connection, LocalDateTime now) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM web.kept_form WHERE expires_at <= ?")) {
      delete.setTimestamp(1, Timestamp.valueOf(now));
      delete.executeUpdate();
    }
  }

  @Override
  public Optional<KeptForm> find(String token, String login) {
    LocalDateTime now = LocalDateTime.now(clock);
    Optional<Seal.Sealed> sealed =
        database.read(connection -> select(connection, Seal.id(token), now));
    return sealed.flatMap(s -> Seal.open(token, login, s)).flatMap(this::parse);
  }

  private static Optional<Seal.Sealed> select(Connection connection, String id, LocalDateTime now)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT nonce, content FROM web.kept_form WHERE id = ? AND expires_at > ?")) {
      select.setString(1, id);
      select.setTimestamp(2, Timestamp.valueOf(now));
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(new Seal.Sealed(rows.getString(1), rows.getString(2)))
            : Optional.empty();
      }
    }
  }

  private Optional<KeptForm> parse(byte[] plain) {
    try {
      return Optional.of(json.readValue(plain, KeptForm.class));
    } catch (IOException e) {
      LOG.warn("A kept form of an earlier version cannot be read", e);
      return Optional.empty();
    }
  }

  @Override
  public void forget(String token) {
    database.write(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM web.kept_form WHERE id = ?")) {
            delete.setString(1, Seal.id(token));
            return delete.executeUpdate();
          }
        });
  }
}
