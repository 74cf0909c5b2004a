package org.victimfirst.intake.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.intake.ExtractColumn;

/** The codes that a column may hold. */
final class CodeSet {
  private final Map<String, String> codes = new HashMap<>();

  private CodeSet(Iterable<String> codes) {
    for (String code : codes) {
      this.codes.put(code, code);
    }
  }

  /**
   * The codes of a column.
   *
   * @throws RefusedFileException when the area profile does not have its list
   */
  static CodeSet of(ExtractColumn column, AreaProfile profile) {
    if (column.list().isEmpty()) {
      return new CodeSet(column.values());
    }
    CodeSet set =
        new CodeSet(profile.list(column.list()).codes().stream().map(Code::code).toList());
    if (set.codes.isEmpty()) {
      throw new RefusedFileException(
          0,
          column.name(),
          "list_missing",
          "The area profile has no list " + column.list() + ". Install the area's profile first.");
    }
    return set;
  }

  /** Whether it is a code as it stands. */
  boolean has(String text) {
    return codes.containsKey(text);
  }

  /** The code that stands between blanks or in capitals, or null. */
  @Nullable String tidied(String text) {
    return codes.get(text.strip().toLowerCase(Locale.ROOT));
  }
}
