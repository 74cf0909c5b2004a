package org.victimfirst.intake.domain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;

/** The files of imports on disk, one folder for each import. They hold personal data. */
public interface StoredFiles {
  /**
   * Path of a file.
   *
   * @param name a name of the extract: lower case letters, digits and underscores, and an extension
   * @throws IllegalArgumentException for any other name
   */
  Path path(long importId, String name);

  /** Makes the folder of an import, for its owner only. */
  void prepare(long importId) throws IOException;

  /** Deletes the folder of an import; does nothing when it is gone already. */
  void delete(long importId) throws IOException;

  /** The imports that have a folder. */
  Collection<Long> folders() throws IOException;

  /** Whether nothing has been written into the folder of an import for a day. */
  boolean abandoned(long importId) throws IOException;
}
