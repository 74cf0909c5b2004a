package org.victimfirst.api.persistence;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes and reads references for people, such as {@code VF-7KQ-M2XR}: from the letters and digits
 * {@code 2 3 4 6 7 9 A C D E F G H J K L M N P Q R T U V W X Y Z} only (none of I O 0 1 5 S 8 B),
 * the last of them a check character, so that one wrong or two exchanged characters are noticed.
 */
@ProviderType
public interface References {
  /** The next reference; unique over all nodes, in no visible order. */
  String next();

  /** Several at once, for imports. */
  List<String> next(int count);

  /**
   * Reads a reference as people type it: any case, with or without prefix, blanks and hyphens.
   *
   * @return the reference in its written form, or empty when it cannot be one
   */
  Optional<String> parse(String typed);
}
