package org.victimfirst.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.Code;

/** Looks for rows of places that have no total, or that are counted under another. */
final class TotalsCheck {
  private final ProfileFile file;
  private final Findings findings;

  TotalsCheck(ProfileFile file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  void run() {
    file.totals().forEach(this::totals);
  }

  /** Rows that belong to something which has no total, or which are counted under another. */
  private void totals(ProfileFile.Total total) {
    Map<String, List<Code>> byOwner = new LinkedHashMap<>();
    for (Code row : findings.codes(total.rows())) {
      row.attribute(total.attribute())
          .ifPresent(owner -> byOwner.computeIfAbsent(owner, o -> new ArrayList<>()).add(row));
    }
    Set<String> known = findings.names(total.total());
    byOwner.forEach(
        (owner, rows) -> {
          if (known.contains(owner)) {
            elsewhere(total, owner, rows);
          } else {
            findings.add(
                "%s has %d rows in the list %s but no total in %s: they are counted under %s."
                    .formatted(
                        findings.label(total.attribute(), owner),
                        rows.size(),
                        total.rows(),
                        total.total(),
                        countedUnder(total, rows)));
          }
        });
  }

  private void elsewhere(ProfileFile.Total total, String owner, List<Code> rows) {
    List<Code> away =
        rows.stream().filter(row -> !owner.equals(top(total.rows(), row, total.total()))).toList();
    if (!away.isEmpty()) {
      findings.add(
          "%d rows of the list %s belong to %s but are counted under %s: %s."
              .formatted(
                  away.size(),
                  total.rows(),
                  findings.label(total.total(), owner),
                  countedUnder(total, away),
                  away.stream().map(Code::label).collect(Collectors.joining("; "))));
    }
  }

  private String countedUnder(ProfileFile.Total total, List<Code> rows) {
    return rows.stream()
        .map(row -> top(total.rows(), row, total.total()))
        .filter(Objects::nonNull)
        .distinct()
        .map(code -> findings.label(total.total(), code))
        .collect(Collectors.joining(" and "));
  }

  /** Climbs from a row to the list of totals. */
  private @Nullable String top(String list, Code row, String target) {
    String in = list;
    Code code = row;
    for (int depth = 0; depth < 10; depth++) {
      String parentList = file.parents().get(in);
      String parent = code.parent();
      if (parentList == null || parent == null || parentList.equals(target)) {
        return parentList == null ? null : parent;
      }
      Code above = findings.find(parentList, parent);
      if (above == null) {
        return null;
      }
      in = parentList;
      code = above;
    }
    return null;
  }
}
