package org.victimfirst.area;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.victimfirst.api.area.AgeBand;
import org.victimfirst.api.area.LengthBand;

/** Looks for gaps and overlaps of bands, and for bands and codes without each other. */
final class BandsCheck {
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
    LengthBand before = null;
    for (LengthBand band : file.lengthBands()) {
      if (before != null && before.unit().equals(band.unit())) {
        neighbours("Length bands", before.code(), before.to(), band.code(), band.from());
      }
      before = band;
    }
    if (before != null) {
      findings.add(
          "Lengths of support over %d %s have no band.".formatted(before.to(), before.unit()));
    }
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
