package org.victimfirst.area;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.area.AgeBand;
import org.victimfirst.api.area.LengthBand;

/**
 * What {@code /area/profile.json} holds; the README describes each member.
 *
 * @param code the area's code
 * @param edition edition of the profile
 * @param name the area's name
 * @param serviceName the service's name
 * @param settings contact details and other settings
 * @param ageBands youngest first
 * @param unknownAgeBand code of {@code age_band} for an unknown age
 * @param childUnder a child or young person is younger than this
 * @param ageGroups groups of ages that the area's papers name, to be checked for gaps
 * @param lengthBands shortest first
 * @param calendar division of the calendar file
 * @param parents for a list, the list in which its parents are
 * @param references for {@code list.attribute}, the list whose codes are its values
 * @param totals attributes by which rows are counted elsewhere
 * @param requiredLists lists without which the platform cannot work
 */
record ProfileFile(
    String code,
    String edition,
    String name,
    String serviceName,
    Map<String, String> settings,
    List<AgeBand> ageBands,
    String unknownAgeBand,
    int childUnder,
    List<AgeGroups> ageGroups,
    List<LengthBand> lengthBands,
    String calendar,
    Map<String, String> parents,
    Map<String, String> references,
    List<Total> totals,
    List<String> requiredLists) {
  ProfileFile {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(edition, "edition");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(serviceName, "serviceName");
    settings = given(settings);
    ageBands = given(ageBands);
    unknownAgeBand = Objects.requireNonNullElse(unknownAgeBand, "unknown");
    ageGroups = given(ageGroups);
    lengthBands = given(lengthBands);
    calendar = Objects.requireNonNullElse(calendar, "");
    parents = given(parents);
    references = given(references);
    totals = given(totals);
    requiredLists = given(requiredLists);
  }

  /** Groups of ages that a paper names beside each other. */
  record AgeGroups(String name, String source, List<Group> groups) {}

  /** Ages from one to another, both included. */
  record Group(String label, int from, int to) {}

  /** Rows of a list that carry a code of the list of totals in an attribute. */
  record Total(String rows, String attribute, String total) {}

  /** What {@code /area/calendar.json} holds. */
  record Calendar(String division, String source, List<Holiday> holidays) {
    Calendar {
      division = Objects.requireNonNullElse(division, "");
      source = Objects.requireNonNullElse(source, "");
      holidays = given(holidays);
    }
  }

  /** A day on which nobody works. */
  record Holiday(LocalDate date, @JsonProperty("title") String title) {}

  private static <T> List<T> given(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static Map<String, String> given(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(map);
  }
}
