package org.victimfirst.persistence.ids;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.References;
import org.victimfirst.persistence.pool.Pool;

/** References from a sequence in the database, taken in blocks and scrambled. */
public final class NumberedReferences implements References {
  private static final String PREFIX = "VF";
  private static final int FIRST_GROUP = 3;
  private static final int LENGTH = 7;
  private static final int BLOCK = 500;
  private static final String DUPLICATE = "23505";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Pool pool;
  private Block block = new Block(0, 0, 0);

  /** References from one database's sequence. */
  public NumberedReferences(Pool pool) {
    this.pool = pool;
  }

  @Override
  public String next() {
    return next(1).get(0);
  }

  @Override
  public synchronized List<String> next(int count) {
    List<String> references = new ArrayList<>(count);
    Scrambler scrambler = new Scrambler(block.key());
    while (references.size() < count) {
      if (block.left() == 0) {
        block = take(Math.max(BLOCK, count - references.size()));
        scrambler = new Scrambler(block.key());
      }
      references.add(written(scrambler.scramble(block.next())));
      block = new Block(block.next() + 1, block.end(), block.key());
    }
    return references;
  }

  private Block take(int size) {
    try {
      try {
        return pool.own(connection -> takeIn(connection, size));
      } catch (SQLException e) {
        if (DUPLICATE.equals(e.getSQLState())) {
          // Another node made the sequence at the same moment.
          return pool.own(connection -> takeIn(connection, size));
        }
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseException("No references could be taken from their sequence", e);
    }
  }

  private static Block takeIn(Connection connection, int size) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE platform.reference_sequence SET next_value = next_value + ? WHERE id = 1")) {
      update.setInt(1, size);
      if (update.executeUpdate() == 0) {
        create(connection, size);
      }
    }
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT next_value, scramble_key FROM platform.reference_sequence WHERE id = 1");
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Block(row.getLong(1) - size, row.getLong(1), row.getLong(2));
    }
  }

  private static void create(Connection connection, int size) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO platform.reference_sequence (id, next_value, scramble_key)"
                + " VALUES (1, ?, ?)")) {
      insert.setLong(1, size);
      insert.setLong(2, RANDOM.nextLong());
      insert.executeUpdate();
    }
  }

  private static String written(long scrambled) {
    StringBuilder payload = new StringBuilder();
    long rest = scrambled;
    for (int i = 1; i < LENGTH; i++) {
      payload.append(ReferenceAlphabet.CHARACTERS.charAt((int) (rest % ReferenceAlphabet.SIZE)));
      rest /= ReferenceAlphabet.SIZE;
    }
    return grouped(ReferenceAlphabet.withCheck(payload.toString()));
  }

  private static String grouped(String characters) {
    return PREFIX
        + '-'
        + characters.substring(0, FIRST_GROUP)
        + '-'
        + characters.substring(FIRST_GROUP);
  }

  @Override
  public Optional<String> parse(String typed) {
    String characters = typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    if (characters.length() == PREFIX.length() + LENGTH && characters.startsWith(PREFIX)) {
      characters = characters.substring(PREFIX.length());
    }
    return characters.length() == LENGTH && ReferenceAlphabet.valid(characters)
        ? Optional.of(grouped(characters))
        : Optional.empty();
  }

  private record Block(long next, long end, long key) {
    long left() {
      return end - next;
    }
  }
}
