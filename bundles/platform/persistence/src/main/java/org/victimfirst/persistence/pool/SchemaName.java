package org.victimfirst.persistence.pool;

import java.util.Locale;
import org.victimfirst.api.persistence.Dialect;

/**
 * A module's schema, as each database writes it: statements name it unquoted, and Derby then stores
 * capitals, PostgreSQL small letters. A hyphen in a module's name becomes an underscore.
 *
 * @param module the module's name
 * @param dialect the database
 */
public record SchemaName(String module, Dialect dialect) {
  /** Checks the module's name, which becomes part of statements. */
  public SchemaName {
    if (!module.matches("[a-z][a-z0-9_-]{0,58}[a-z0-9]")) {
      throw new IllegalArgumentException(
          "A module's name has small letters, digits and hyphens, unlike \"" + module + '"');
    }
  }

  /** The name as statements write it. */
  public String written() {
    return module.replace('-', '_');
  }

  /** The name as the catalogue has it. */
  public String stored() {
    return stored(written());
  }

  /** Any identifier of ours as the catalogue has it. */
  public String stored(String identifier) {
    return dialect == Dialect.DERBY ? identifier.toUpperCase(Locale.ROOT) : identifier;
  }
}
