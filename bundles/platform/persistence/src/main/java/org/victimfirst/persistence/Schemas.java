package org.victimfirst.persistence;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The modules' schemas: for the module manager, the health page and the act of purging. Always
 * there, also while the database is not.
 */
@ProviderType
public interface Schemas {
  /** All schemas, of installed modules and of modules whose data are kept, by name. */
  List<SchemaState> list();

  /**
   * Removes a module's schema with all its data, for good. The caller records it in the audit.
   *
   * @throws IllegalStateException when the module is installed, or there is no such schema; with a
   *     sentence for people
   * @throws org.victimfirst.api.persistence.DatabaseException when the database refuses
   */
  void purge(String module);
}
