package org.victimfirst.api.area;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A code list of the area profile, in its order. */
public final class CodeList {
  private final String name;
  private final List<Code> codes;
  private final Map<String, Code> byCode = new LinkedHashMap<>();

  /**
   * A list.
   *
   * @param name its name, such as {@code occurrence_type}
   * @param codes its entries, in order
   */
  public CodeList(String name, List<Code> codes) {
    this.name = name;
    this.codes = List.copyOf(codes);
    for (Code code : codes) {
      byCode.put(code.code(), code);
    }
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** All entries, past ones too: what reports count by. */
  public List<Code> codes() {
    return codes;
  }

  /** The entries that may be chosen on a day: what forms offer. */
  public List<Code> on(LocalDate day) {
    return codes.stream().filter(code -> code.validOn(day)).toList();
  }

  /** The entry of a code. */
  public Optional<Code> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Whether the list has the code, today or in the past. */
  public boolean has(String code) {
    return byCode.containsKey(code);
  }

  /** The label of a code, or the code itself when the list does not have it. */
  public String label(String code) {
    Code found = byCode.get(code);
    return found == null ? code : found.label();
  }
}
