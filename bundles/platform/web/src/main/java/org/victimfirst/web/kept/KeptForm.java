package org.victimfirst.web.kept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that could not be handled when it came.
 *
 * @param address where it was sent to
 * @param fields what was typed, without the CSRF token
 * @param filesLost whether files came with it; they are not kept
 */
public record KeptForm(String address, Map<String, List<String>> fields, boolean filesLost) {
  /** Name of the hidden field with the CSRF token. */
  public static final String CSRF = "_csrf";

  /** Leaves the token out. */
  public KeptForm {
    Map<String, List<String>> typed = new LinkedHashMap<>(fields);
    typed.remove(CSRF);
    fields = typed;
  }

  /** Whether it may be kept at all: passwords never are. */
  public boolean mayBeKept() {
    return fields.keySet().stream()
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).contains("password"));
  }
}
