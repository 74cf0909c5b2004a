package org.victimfirst.intake.testkit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AgeBand;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.area.LengthBand;

/** A profile whose lists are those of the extract's lookups. */
public final class LookupsProfile implements AreaProfile, AreaProfiles {
  private final Map<String, List<Code>> lists = new LinkedHashMap<>();

  /** Reads the lookups. */
  public LookupsProfile() {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Messy.open("lookups.csv"))) {
      for (NamedCsvRecord row : rows) {
        String parent = row.getField("parent_code");
        lists
            .computeIfAbsent(row.getField("list"), name -> new ArrayList<>())
            .add(
                new Code(
                    row.getField("code"),
                    row.getField("label"),
                    Integer.parseInt(row.getField("sort_order")),
                    parent.isEmpty() ? null : parent,
                    null,
                    null,
                    Map.of()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same lists, one of them changed. */
  public LookupsProfile with(String list, List<Code> codes) {
    lists.put(list, codes);
    return this;
  }

  @Override
  public AreaProfile current() {
    return this;
  }

  @Override
  public CodeList list(String name) {
    return new CodeList(name, lists.getOrDefault(name, List.of()));
  }

  @Override
  public List<String> listNames() {
    return List.copyOf(lists.keySet());
  }

  @Override
  public String code() {
    return "test";
  }

  @Override
  public String edition() {
    return "1";
  }

  @Override
  public String name() {
    return "Test";
  }

  @Override
  public String serviceName() {
    return "Victim First";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public List<AgeBand> ageBands() {
    return List.of();
  }

  @Override
  public String ageBand(@Nullable LocalDate born, LocalDate on) {
    return "unknown";
  }

  @Override
  public boolean child(@Nullable LocalDate born, LocalDate on) {
    return false;
  }

  @Override
  public List<LengthBand> lengthBands() {
    return List.of();
  }

  @Override
  public Optional<String> lengthBand(LocalDate first, LocalDate last) {
    return Optional.empty();
  }

  @Override
  public boolean workingDay(LocalDate day) {
    return true;
  }

  @Override
  public LocalDate plusWorkingDays(LocalDate day, int days) {
    return day.plusDays(days);
  }

  @Override
  public List<String> findings() {
    return List.of();
  }
}
