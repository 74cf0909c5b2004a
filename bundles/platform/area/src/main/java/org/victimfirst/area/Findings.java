package org.victimfirst.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.Code;

/** The lists of a profile in the making, and what was found in them so far. */
final class Findings {
  private final Map<String, List<Code>> lists;
  private final List<String> sentences = new ArrayList<>();

  Findings(Map<String, List<Code>> lists) {
    this.lists = lists;
  }

  void add(String sentence) {
    sentences.add(sentence);
  }

  List<String> all() {
    return List.copyOf(sentences);
  }

  List<Code> codes(String list) {
    return lists.getOrDefault(list, List.of());
  }

  Set<String> names(String list) {
    return codes(list).stream().map(Code::code).collect(Collectors.toSet());
  }

  @Nullable Code find(String list, String code) {
    return codes(list).stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
  }

  String label(String list, String code) {
    Code found = find(list, code);
    return found == null ? code : found.label();
  }
}
