package org.victimfirst.persistence.schema;

import java.util.Locale;
import org.victimfirst.api.persistence.Dialect;

/**
 * One migration as it lies in its bundle.
 *
 * @param name the file's name, such as {@code V1__initial.sql} or {@code V2__search.derby.sql}
 * @param text its statements
 */
public record MigrationFile(String name, String text) {
  private static final String SUFFIX = ".sql";

  /** Whether the file is for that database, or for all. */
  boolean suits(Dialect dialect) {
    for (Dialect other : Dialect.values()) {
      if (other != dialect && name.endsWith(ending(other))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the file is for one database only. */
  boolean specific(Dialect dialect) {
    return name.endsWith(ending(dialect));
  }

  /** The name without the database's, by which the history knows it. */
  String commonName() {
    for (Dialect dialect : Dialect.values()) {
      if (specific(dialect)) {
        return name.substring(0, name.length() - ending(dialect).length()) + SUFFIX;
      }
    }
    return name;
  }

  private static String ending(Dialect dialect) {
    return '.' + dialect.name().toLowerCase(Locale.ROOT) + SUFFIX;
  }
}
