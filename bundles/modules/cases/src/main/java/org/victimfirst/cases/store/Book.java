package org.victimfirst.cases.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.cases.CodeBook;

/** The numbers and their codes, as they were when a report began. */
final class Book implements CodeBook {
  private final Map<String, List<String>> codes;
  private final Map<String, Map<String, Integer>> ids = new HashMap<>();

  /**
   * The book.
   *
   * @param codes for each list the codes at the place of their number; place 0 is empty
   */
  Book(Map<String, List<String>> codes) {
    this.codes = codes;
    codes.forEach(
        (list, entries) -> {
          Map<String, Integer> byCode = new HashMap<>();
          for (int id = 1; id < entries.size(); id++) {
            byCode.put(entries.get(id), id);
          }
          ids.put(list, byCode);
        });
  }

  @Override
  public int max(String list) {
    return Math.max(0, codes.getOrDefault(list, List.of()).size() - 1);
  }

  @Override
  public String code(String list, int id) {
    List<String> entries = codes.getOrDefault(list, List.of());
    return id > 0 && id < entries.size() ? entries.get(id) : "";
  }

  @Override
  public int id(String list, String code) {
    return ids.getOrDefault(list, Map.of()).getOrDefault(code, 0);
  }
}
