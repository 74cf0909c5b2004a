package org.victimfirst.area;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AgeBand;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.LengthBand;

/** Looks for gaps, overlaps and things that lead nowhere, and says them in words. */
final class ProfileValidator {
  private static final ZoneId LOCAL = ZoneId.of("Europe/London");

  private final ProfileFile file;
  private final Map<String, List<Code>> lists;
  private final WorkingDays workingDays;
  private final List<String> findings = new ArrayList<>();

  ProfileValidator(ProfileFile file, Map<String, List<Code>> lists, WorkingDays workingDays) {
    this.file = file;
    this.lists = lists;
    this.workingDays = workingDays;
  }

  List<String> findings() {
    findings.clear();
    requiredLists();
    lists.forEach(this::codes);
    file.parents().forEach(this::parents);
    file.references().forEach(this::references);
    file.totals().forEach(this::totals);
    ageBands();
    file.ageGroups().forEach(this::ageGroups);
    lengthBands();
    calendar();
    return List.copyOf(findings);
  }

  private void find(String sentence) {
    findings.add(sentence);
  }

  private Set<String> codesOf(String list) {
    return lists.getOrDefault(list, List.of()).stream().map(Code::code).collect(Collectors.toSet());
  }

  private void requiredLists() {
    for (String list : file.requiredLists()) {
      if (lists.getOrDefault(list, List.of()).isEmpty()) {
        find("The list " + list + " is missing; the platform needs it.");
      }
    }
  }

  private void codes(String list, List<Code> codes) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      Code code = codes.get(i);
      if (!seen.add(code.code())) {
        find("The list " + list + " has the code " + code.code() + " twice.");
      }
      if (code.from() != null && code.to() != null && code.to().isBefore(code.from())) {
        find("In the list " + list + ", " + code.code() + " ends before it begins.");
      }
      for (Code other : codes.subList(0, i)) {
        if (other.label().equalsIgnoreCase(code.label()) && together(other, code)) {
          find(
              "In the list %s, %s and %s have the same label \"%s\" on the same day."
                  .formatted(list, other.code(), code.code(), code.label()));
        }
        if (other.sortOrder() == code.sortOrder()) {
          find(
              "In the list %s, %s and %s have the same place %d."
                  .formatted(list, other.code(), code.code(), code.sortOrder()));
        }
      }
    }
  }

  private static boolean together(Code one, Code two) {
    return !(ended(one, two) || ended(two, one));
  }

  private static boolean ended(Code first, Code second) {
    return first.to() != null && second.from() != null && first.to().isBefore(second.from());
  }

  private void parents(String list, String parentList) {
    Set<String> known = codesOf(parentList);
    for (Code code : lists.getOrDefault(list, List.of())) {
      String parent = code.parent();
      if (parent == null) {
        find("In the list %s, %s has no parent in %s.".formatted(list, code.code(), parentList));
      } else if (!known.contains(parent)) {
        find(
            "In the list %s, %s lies under %s, which the list %s does not have."
                .formatted(list, code.code(), parent, parentList));
      }
    }
  }

  private void references(String attribute, String target) {
    int dot = attribute.indexOf('.');
    String list = attribute.substring(0, Math.max(0, dot));
    String name = attribute.substring(dot + 1);
    Set<String> known = codesOf(target);
    for (Code code : lists.getOrDefault(list, List.of())) {
      code.attribute(name)
          .filter(value -> !known.contains(value))
          .ifPresent(
              value ->
                  find(
                      "In the list %s, %s has %s %s, which the list %s does not have."
                          .formatted(list, code.code(), name, value, target)));
    }
  }

  /** Rows that belong to something which has no total, or which are counted under another. */
  private void totals(ProfileFile.Total total) {
    Map<String, List<Code>> byOwner = new LinkedHashMap<>();
    for (Code row : lists.getOrDefault(total.rows(), List.of())) {
      row.attribute(total.attribute())
          .ifPresent(owner -> byOwner.computeIfAbsent(owner, o -> new ArrayList<>()).add(row));
    }
    Set<String> known = codesOf(total.total());
    byOwner.forEach(
        (owner, rows) -> {
          if (known.contains(owner)) {
            elsewhere(total, owner, rows);
          } else {
            find(
                "%s has %d rows in the list %s but no total in %s: they are counted under %s."
                    .formatted(
                        label(total.attribute(), owner),
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
      find(
          "%d rows of the list %s belong to %s but are counted under %s: %s."
              .formatted(
                  away.size(),
                  total.rows(),
                  label(total.total(), owner),
                  countedUnder(total, away),
                  away.stream().map(Code::label).collect(Collectors.joining("; "))));
    }
  }

  private String countedUnder(ProfileFile.Total total, List<Code> rows) {
    return rows.stream()
        .map(row -> top(total.rows(), row, total.total()))
        .filter(Objects::nonNull)
        .distinct()
        .map(code -> label(total.total(), code))
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
      Code above = find(parentList, parent);
      if (above == null) {
        return null;
      }
      in = parentList;
      code = above;
    }
    return null;
  }

  private @Nullable Code find(String list, String code) {
    return lists.getOrDefault(list, List.of()).stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  private String label(String list, String code) {
    Code found = find(list, code);
    return found == null ? code : found.label();
  }

  private void ageBands() {
    bandCodes(
        "age_band",
        Stream.concat(
            file.ageBands().stream().map(AgeBand::code), Stream.of(file.unknownAgeBand())));
    AgeBand before = null;
    for (AgeBand band : file.ageBands()) {
      if (before == null && band.from() > 0) {
        find("No age band holds ages under " + band.from() + ".");
      }
      if (before != null) {
        neighbours("Age bands", before.code(), before.to(), band.code(), band.from());
      }
      if (band.from() < file.childUnder() && band.to() >= file.childUnder()) {
        find(
            "The age band %s holds people of %d and over, who do not count as children: the bands cannot give the number of children and young people (under %d)."
                .formatted(label("age_band", band.code()), file.childUnder(), file.childUnder()));
      }
      before = band;
    }
  }

  private void ageGroups(ProfileFile.AgeGroups groups) {
    ProfileFile.Group before = null;
    for (ProfileFile.Group group : groups.groups()) {
      if (before != null && group.from() > before.to() + 1) {
        find(
            "%s: people aged %s fall between \"%s\" and \"%s\". %s."
                .formatted(
                    groups.name(),
                    ages(before.to() + 1, group.from() - 1),
                    before.label(),
                    group.label(),
                    groups.source()));
      }
      if (before != null && group.from() <= before.to()) {
        find(
            "%s: people aged %s are in both \"%s\" and \"%s\". %s."
                .formatted(
                    groups.name(),
                    ages(group.from(), before.to()),
                    before.label(),
                    group.label(),
                    groups.source()));
      }
      before = group;
    }
  }

  private static String ages(int from, int to) {
    return from == to ? String.valueOf(from) : from + " to " + to;
  }

  private void lengthBands() {
    bandCodes("length_band", file.lengthBands().stream().map(LengthBand::code));
    LengthBand before = null;
    for (LengthBand band : file.lengthBands()) {
      if (before != null && before.unit().equals(band.unit())) {
        neighbours("Length bands", before.code(), before.to(), band.code(), band.from());
      }
      before = band;
    }
    if (before != null) {
      find("Lengths of support over %d %s have no band.".formatted(before.to(), before.unit()));
    }
  }

  private void neighbours(String what, String one, int end, String two, int start) {
    if (start > end + 1) {
      find(
          "%s: nothing holds %s, between %s and %s."
              .formatted(what, ages(end + 1, start - 1), one, two));
    } else if (start <= end) {
      find("%s: %s is in both %s and %s.".formatted(what, ages(start, end), one, two));
    }
  }

  private void bandCodes(String list, Stream<String> used) {
    Set<String> known = codesOf(list);
    Set<String> bands = used.collect(Collectors.toSet());
    bands.stream()
        .filter(code -> !known.contains(code))
        .sorted()
        .forEach(code -> find("The band " + code + " is not in the list " + list + "."));
    known.stream()
        .filter(code -> !bands.contains(code))
        .sorted()
        .forEach(code -> find("The code " + code + " of the list " + list + " has no band."));
  }

  private void calendar() {
    workingDays
        .last()
        .ifPresentOrElse(
            last -> {
              if (last.isBefore(LocalDate.now(LOCAL).plusYears(1))) {
                find("The calendar ends on " + last + ": working days after it know no holidays.");
              }
            },
            () -> find("The calendar has no holidays."));
  }
}
