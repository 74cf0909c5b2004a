package org.victimfirst.cases.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.Code;
import org.victimfirst.api.area.CodeList;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.reporting.ReportRun;

/** The area's tree of places: beat, neighbourhood policing area, local authority. */
final class Places {
  static final String AREA = "npa";
  static final String AUTHORITY = "local_authority";

  private static final FactDimension BEAT = FactDimension.BEAT;

  private final CodeList beats;
  private final CodeList areas;
  private final CodeList authorities;

  Places(AreaProfile profile) {
    beats = profile.list(BEAT.list());
    areas = profile.list(AREA);
    authorities = profile.list(AUTHORITY);
  }

  /** Whether it is an area of the police: one for "elsewhere" has the name of its own parent. */
  boolean policed(Line area) {
    return !areas.find(area.code()).map(code -> code.code().equals(code.parent())).orElse(true);
  }

  Lines areas(ReportRun run, Lines beatLines) {
    return sums(run, areas, beats, beatLines);
  }

  Lines authorities(ReportRun run, Lines areaLines) {
    return sums(run, authorities, areas, areaLines);
  }

  private static Lines sums(ReportRun run, CodeList parents, CodeList children, Lines lines) {
    Map<String, Line> sums = new LinkedHashMap<>();
    for (Code parent : parents.codes()) {
      if (Lines.inUse(parent, run)) {
        sums.put(parent.code(), new Line(parent.code(), Lines.words(parent), 0, 0, 0, 0));
      }
    }
    for (Line line : lines.all()) {
      String parent = parent(children, line.code());
      sums.merge(parent, named(line, parent, words(parents, parent)), Places::sum);
    }
    return new Lines(new ArrayList<>(sums.values()));
  }

  private static String words(CodeList list, String code) {
    return list.find(code).map(Lines::words).orElse(code);
  }

  private static String parent(CodeList children, String code) {
    return children
        .find(code)
        .flatMap(child -> Optional.ofNullable(child.parent()))
        .orElse(Lines.UNKNOWN);
  }

  private static Line named(Line line, String code, String label) {
    return new Line(
        code, label, line.closed(), line.enhanced(), line.childClosed(), line.childEnhanced());
  }

  private static Line sum(Line one, Line two) {
    return new Line(
        one.code(),
        one.label(),
        one.closed() + two.closed(),
        one.enhanced() + two.enhanced(),
        one.childClosed() + two.childClosed(),
        one.childEnhanced() + two.childEnhanced());
  }

  Predicate<CaseFact> test(ReportRun run, String key, String value) {
    CaseFilters filters = new CaseFilters(run);
    return switch (key) {
      case "beat" -> filters.code(BEAT, value);
      case AREA -> under(run, value, areas);
      case AUTHORITY -> under(run, value, authorities);
      default -> throw CaseFilters.unknown(key);
    };
  }

  private Predicate<CaseFact> under(ReportRun run, String value, CodeList list) {
    if (!list.has(value)) {
      throw CaseFilters.unknown(list.name());
    }
    int size = run.codeBook().max(BEAT.list()) + 1;
    Set<Integer> inside = new HashSet<>();
    for (int id = 0; id < size; id++) {
      String area = parent(beats, id == 0 ? Lines.UNKNOWN : run.codeBook().code(BEAT.list(), id));
      String found = list == areas ? area : parent(areas, area);
      if (found.equals(value)) {
        inside.add(id);
      }
    }
    return fact -> inside.contains(fact.id(BEAT));
  }
}
