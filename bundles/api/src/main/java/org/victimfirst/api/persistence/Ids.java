package org.victimfirst.api.persistence;

import java.util.OptionalLong;
import org.osgi.annotation.versioning.ProviderType;

/** Makes ids: positive, 64-bit, ordered by time, unique over all nodes. */
@ProviderType
public interface Ids {
  /** The next id. Never blocks for longer than a clock tick. */
  long next();

  /** An id as text; empty when the text is none. */
  static OptionalLong parse(String text) {
    if (!text.matches("[0-9]{1,19}")) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      // Nineteen digits may be more than 64 bits hold.
      return OptionalLong.empty();
    }
  }
}
