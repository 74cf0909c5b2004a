package org.victimfirst.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.victimfirst.api.area.AgeBand;
import org.victimfirst.api.area.LengthBand;

/** Looks for gaps and overlaps of bands, and for bands and codes without each other. */
final class BandsCheck {
  /** An age that the bands must hold; imports name people who would be older. */
  private static final int OLDEST = 120;

  /** July and August have 31 days each. */
  private static final LocalDate LONG_MONTHS = LocalDate.of(2020, 7, 1);

  private final ProfileFile file;
  private final Findings findings;

  BandsCheck(ProfileFile file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  void run() {
    ageBands();
    file.ageGroups().forEach(this::ageGroups);
    lengthBands();
  }

  private void ageBands() {
    bandCodes(
        "age_band",
        Stream.concat(
            file.ageBands().stream().map(AgeBand::code), Stream.of(file.unknownAgeBand())));
    AgeBand before = null;
    for (AgeBand band : file.ageBands()) {
      if (before == null && band.from() > 0) {
        findings.add("No age band holds ages under " + band.from() + ".");
      }
      if (before != null) {
        neighbours("Age bands", before.code(), before.to(), band.code(), band.from());
      }
      if (band.from() < file.childUnder() && band.to() >= file.childUnder()) {
        findings.add(
            "The age band %s holds people of %d and over, who do not count as children: the bands cannot give the number of children and young people (under %d)."
                .formatted(
                    findings.label("age_band", band.code()), file.childUnder(), file.childUnder()));
      }
      before = band;
    }
    if (before != null && before.to() < OLDEST) {
      findings.add("No age band holds ages over " + before.to() + ".");
    }
  }

  private void ageGroups(ProfileFile.AgeGroups groups) {
    ProfileFile.Group before = null;
    for (ProfileFile.Group group : groups.groups()) {
      if (before != null && group.from() > before.to() + 1) {
        findings.add(
            "%s: people aged %s fall between \"%s\" and \"%s\". %s."
                .formatted(
                    groups.name(),
                    ages(before.to() + 1, group.from() - 1),
                    before.label(),
                    group.label(),
                    groups.source()));
      }
      if (before != null && group.from() <= before.to()) {
        findings.add(
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
    List<LengthBand> days = lengthBands(true);
    List<LengthBand> months = lengthBands(false);
    if (!days.isEmpty() && days.get(0).from() > 1) {
      findings.add("No length band holds less than " + days.get(0).from() + " days.");
    }
    if (!months.isEmpty()) {
      long least = days.isEmpty() ? 0 : leastMonths(last(days).to() + 1);
      upToMonths(days, months.get(0).from(), least);
    }
    List<LengthBand> longest = months.isEmpty() ? days : months;
    if (!longest.isEmpty()) {
      LengthBand last = last(longest);
      findings.add("Lengths of support over %d %s have no band.".formatted(last.to(), last.unit()));
    }
  }

  /** The bands of days or of months; their neighbours are looked at. */
  private List<LengthBand> lengthBands(boolean byDays) {
    List<LengthBand> bands =
        file.lengthBands().stream()
            .filter(band -> Profile.DAYS.equals(band.unit()) == byDays)
            .toList();
    for (int i = 1; i < bands.size(); i++) {
      LengthBand before = bands.get(i - 1);
      LengthBand band = bands.get(i);
      neighbours("Length bands", before.code(), before.to(), band.code(), band.from());
    }
    return bands;
  }

  /** Whether months begin where the days end: the next length has so many months at least. */
  private void upToMonths(List<LengthBand> days, int from, long least) {
    if (from > least) {
      String start = days.isEmpty() ? "one day" : last(days).to() + 1 + " days";
      String end = from == 1 ? "" : from == 2 ? " to 1 month" : " to " + (from - 1) + " months";
      findings.add("No length band holds " + start + end + ".");
    }
  }

  private static LengthBand last(List<LengthBand> bands) {
    return bands.get(bands.size() - 1);
  }

  /** The fewest months, rounded up, that a number of days can be: where months are long. */
  private static long leastMonths(int days) {
    return Profile.monthsRoundedUp(LONG_MONTHS, LONG_MONTHS.plusDays(days - 1L));
  }

  private void neighbours(String what, String one, int end, String two, int start) {
    if (start > end + 1) {
      findings.add(
          "%s: nothing holds %s, between %s and %s."
              .formatted(what, ages(end + 1, start - 1), one, two));
    } else if (start <= end) {
      findings.add("%s: %s is in both %s and %s.".formatted(what, ages(start, end), one, two));
    }
  }

  private void bandCodes(String list, Stream<String> used) {
    Set<String> known = findings.names(list);
    Set<String> bands = used.collect(Collectors.toSet());
    bands.stream()
        .filter(code -> !known.contains(code))
        .sorted()
        .forEach(code -> findings.add("The band " + code + " is not in the list " + list + "."));
    known.stream()
        .filter(code -> !bands.contains(code))
        .sorted()
        .forEach(
            code -> findings.add("The code " + code + " of the list " + list + " has no band."));
  }
}
