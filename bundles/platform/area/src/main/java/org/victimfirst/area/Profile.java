package org.victimfirst.area;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AgeBand;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.area.LengthBand;

/** A profile as it was read. */
final class Profile implements AreaProfile {
  static final String DAYS = "days";

  private final ProfileFile file;
  private final Map<String, CodeList> lists = new LinkedHashMap<>();
  private final WorkingDays workingDays;
  private final List<String> findings;

  Profile(ProfileFile file, Map<String, List<Code>> codes, WorkingDays workingDays) {
    this.file = file;
    codes.forEach((name, entries) -> lists.put(name, new CodeList(name, entries)));
    this.workingDays = workingDays;
    this.findings =
        Collections.unmodifiableList(new ProfileValidator(file, codes, workingDays).findings());
  }

  @Override
  public String code() {
    return file.code();
  }

  @Override
  public String edition() {
    return file.edition();
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public String serviceName() {
    return file.serviceName();
  }

  @Override
  public Map<String, String> settings() {
    return file.settings();
  }

  @Override
  public List<String> listNames() {
    return new ArrayList<>(lists.keySet());
  }

  @Override
  public CodeList list(String name) {
    CodeList found = lists.get(name);
    return found == null ? new CodeList(name, List.of()) : found;
  }

  @Override
  public List<AgeBand> ageBands() {
    return file.ageBands();
  }

  @Override
  public String ageBand(@Nullable LocalDate born, LocalDate on) {
    if (born != null && !born.isAfter(on)) {
      int age = age(born, on);
      for (AgeBand band : file.ageBands()) {
        if (age >= band.from() && age <= band.to()) {
          return band.code();
        }
      }
    }
    return file.unknownAgeBand();
  }

  @Override
  public boolean child(@Nullable LocalDate born, LocalDate on) {
    return born != null && !born.isAfter(on) && age(born, on) < file.childUnder();
  }

  private static int age(LocalDate born, LocalDate on) {
    return Period.between(born, on).getYears();
  }

  @Override
  public List<LengthBand> lengthBands() {
    return file.lengthBands();
  }

  @Override
  public Optional<String> lengthBand(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      return Optional.empty();
    }
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    return band(true, days).or(() -> band(false, monthsRoundedUp(first, last)));
  }

  private Optional<String> band(boolean byDays, long length) {
    return file.lengthBands().stream()
        .filter(band -> DAYS.equals(band.unit()) == byDays)
        .filter(band -> length >= band.from() && length <= band.to())
        .map(LengthBand::code)
        .findFirst();
  }

  static long monthsRoundedUp(LocalDate first, LocalDate last) {
    long whole = ChronoUnit.MONTHS.between(first, last);
    return first.plusMonths(whole).isBefore(last) ? whole + 1 : whole;
  }

  @Override
  public boolean workingDay(LocalDate day) {
    return workingDays.contains(day);
  }

  @Override
  public LocalDate plusWorkingDays(LocalDate day, int days) {
    return workingDays.plus(day, days);
  }

  @Override
  public List<String> findings() {
    return findings;
  }
}
