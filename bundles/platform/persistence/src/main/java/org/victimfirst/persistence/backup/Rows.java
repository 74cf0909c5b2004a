package org.victimfirst.persistence.backup;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import org.victimfirst.api.persistence.Dialect;

/**
 * Turns values of columns into JSON and back. Dates and times go as text, because
 * java.sql.Timestamp would move those in the hour that is left out in spring.
 */
final class Rows {
  private Rows() {}

  /** Writes the current row as one JSON array. */
  static void write(ResultSet row, ResultSetMetaData columns, JsonWriter json)
      throws SQLException, IOException {
    json.beginArray();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      write(row, i, columns.getColumnType(i), json);
    }
    json.endArray();
  }

  private static void write(ResultSet row, int column, int type, JsonWriter json)
      throws SQLException, IOException {
    switch (type) {
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> {
        long value = row.getLong(column);
        if (row.wasNull()) {
          json.nullValue();
        } else {
          json.value(value);
        }
      }
      case Types.BOOLEAN, Types.BIT -> {
        boolean value = row.getBoolean(column);
        if (row.wasNull()) {
          json.nullValue();
        } else {
          json.value(value);
        }
      }
      case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> {
        byte[] value = row.getBytes(column);
        json.value(value == null ? null : Base64.getEncoder().encodeToString(value));
      }
      // Text, dates, times and numbers with decimals: as the database writes them.
      default -> json.value(row.getString(column));
    }
  }

  /** Sets one parameter from the next JSON value. */
  static void read(
      JsonReader json, PreparedStatement insert, int parameter, int type, Dialect dialect)
      throws SQLException, IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      insert.setNull(parameter, type);
      return;
    }
    switch (type) {
      case Types.BIGINT, Types.INTEGER, Types.SMALLINT ->
          insert.setLong(parameter, json.nextLong());
      case Types.BOOLEAN, Types.BIT -> insert.setBoolean(parameter, json.nextBoolean());
      case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
          insert.setBytes(parameter, Base64.getDecoder().decode(json.nextString()));
      case Types.DECIMAL, Types.NUMERIC ->
          insert.setBigDecimal(parameter, new BigDecimal(json.nextString()));
      case Types.DOUBLE, Types.REAL, Types.FLOAT ->
          insert.setDouble(parameter, Double.parseDouble(json.nextString()));
      case Types.DATE -> setLocal(insert, parameter, dialect, json.nextString(), true);
      case Types.TIMESTAMP -> setLocal(insert, parameter, dialect, json.nextString(), false);
      default -> insert.setString(parameter, json.nextString());
    }
  }

  private static void setLocal(
      PreparedStatement insert, int parameter, Dialect dialect, String text, boolean date)
      throws SQLException {
    if (dialect == Dialect.DERBY) {
      insert.setString(parameter, text);
    } else if (date) {
      insert.setObject(parameter, LocalDate.parse(text));
    } else {
      insert.setObject(parameter, LocalDateTime.parse(text.replace(' ', 'T')));
    }
  }
}
