package org.victimfirst.api.intake;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes what is wrong with rows. Sentences say what is wrong and what was done, and never repeat
 * personal data: the line leads to it.
 */
@ProviderType
public interface Problems {
  /** The row is refused. */
  void reject(ExtractRow row, String column, String code, String sentence);

  /** The row is taken, and somebody should look at it. */
  void report(ExtractRow row, String column, String code, String sentence);

  /** Whether a record of a file was refused in this import, so that its children can say so. */
  boolean rejected(String file, String key);
}
