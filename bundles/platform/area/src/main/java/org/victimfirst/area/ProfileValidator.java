package org.victimfirst.area;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.api.area.Code;

/** Looks for gaps, overlaps and things that lead nowhere, and says them in words. */
final class ProfileValidator {
  private static final ZoneId LOCAL = ZoneId.of("Europe/London");

  private final ProfileFile file;
  private final Map<String, List<Code>> lists;
  private final WorkingDays workingDays;
  private final Findings findings;

  ProfileValidator(ProfileFile file, Map<String, List<Code>> lists, WorkingDays workingDays) {
    this.file = file;
    this.lists = lists;
    this.workingDays = workingDays;
    this.findings = new Findings(lists);
  }

  List<String> findings() {
    requiredLists();
    lists.forEach(this::codes);
    file.parents().forEach(this::parents);
    file.references().forEach(this::references);
    new TotalsCheck(file, findings).run();
    new BandsCheck(file, findings).run();
    calendar();
    return findings.all();
  }

  private void requiredLists() {
    for (String list : file.requiredLists()) {
      if (findings.codes(list).isEmpty()) {
        findings.add("The list " + list + " is missing; the platform needs it.");
      }
    }
  }

  private void codes(String list, List<Code> codes) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      Code code = codes.get(i);
      if (!seen.add(code.code())) {
        findings.add("The list " + list + " has the code " + code.code() + " twice.");
      }
      if (code.from() != null && code.to() != null && code.to().isBefore(code.from())) {
        findings.add("In the list " + list + ", " + code.code() + " ends before it begins.");
      }
      for (Code other : codes.subList(0, i)) {
        if (other.label().equalsIgnoreCase(code.label()) && together(other, code)) {
          findings.add(
              "In the list %s, %s and %s have the same label \"%s\" on the same day."
                  .formatted(list, other.code(), code.code(), code.label()));
        }
        if (other.sortOrder() == code.sortOrder()) {
          findings.add(
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
    Set<String> known = findings.names(parentList);
    for (Code code : findings.codes(list)) {
      String parent = code.parent();
      if (parent == null) {
        findings.add(
            "In the list %s, %s has no parent in %s.".formatted(list, code.code(), parentList));
      } else if (!known.contains(parent)) {
        findings.add(
            "In the list %s, %s lies under %s, which the list %s does not have."
                .formatted(list, code.code(), parent, parentList));
      }
    }
  }

  private void references(String attribute, String target) {
    int dot = attribute.indexOf('.');
    String list = attribute.substring(0, Math.max(0, dot));
    String name = attribute.substring(dot + 1);
    Set<String> known = findings.names(target);
    for (Code code : findings.codes(list)) {
      code.attribute(name)
          .filter(value -> !known.contains(value))
          .ifPresent(
              value ->
                  findings.add(
                      "In the list %s, %s has %s %s, which the list %s does not have."
                          .formatted(list, code.code(), name, value, target)));
    }
  }

  private void calendar() {
    workingDays
        .last()
        .ifPresentOrElse(
            last -> {
              if (last.isBefore(LocalDate.now(LOCAL).plusYears(1))) {
                findings.add(
                    "The calendar ends on " + last + ": working days after it know no holidays.");
              }
            },
            () -> findings.add("The calendar has no holidays."));
  }
}
