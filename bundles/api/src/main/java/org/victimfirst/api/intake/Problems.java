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

  /**
   * A row of another file, loaded earlier in this import, is taken, and somebody should look at it:
   * for what only a later file shows, such as a person without any referral. The loader names that
   * file in {@link ExtractLoader#after} and has kept where the row stands.
   */
  default void reportEarlier(
      String file,
      long record,
      long line,
      String key,
      String column,
      String code,
      String sentence) {}

  /**
   * Whether a record of a file was refused in this import, so that its children can say so. The
   * loader names that file in {@link ExtractLoader#after}.
   */
  boolean rejected(String file, String key);
}
