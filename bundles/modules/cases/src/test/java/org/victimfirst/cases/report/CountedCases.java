package org.victimfirst.cases.report;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;
import org.victimfirst.area.ProfileReader;

/** A few cases to count, and the making of a section of them. */
final class CountedCases implements ReportRun, CodeBook {
  private static final AreaProfile PROFILE = ProfileReader.fromClassPath();

  private final LocalDate from;
  private final LocalDate to;
  private final Map<String, List<String>> codes = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();

  CountedCases(LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to;
  }

  /** One case. */
  record Fact(long caseId, Map<FactDimension, Integer> ids, boolean child, long disabilities)
      implements CaseFact {
    @Override
    public int id(FactDimension dimension) {
      return ids.getOrDefault(dimension, 0);
    }

    @Override
    public boolean enhanced() {
      return id(FactDimension.SUPPORT_LEVEL) > 0;
    }

    @Override
    public int receivedDay() {
      return 0;
    }

    @Override
    public int firstContactDay() {
      return 0;
    }

    @Override
    public int closedDay() {
      return 0;
    }
  }

  CountedCases with(boolean enhanced, boolean child, Map<FactDimension, String> values) {
    Map<FactDimension, Integer> ids = new EnumMap<>(FactDimension.class);
    values.forEach((dimension, code) -> ids.put(dimension, give(dimension.list(), code)));
    if (enhanced) {
      ids.put(FactDimension.SUPPORT_LEVEL, give(FactDimension.SUPPORT_LEVEL.list(), "enhanced"));
    }
    facts.add(new Fact(facts.size(), ids, child, 0));
    return this;
  }

  CountedCases withDisabilities(String... answers) {
    long bits = 0;
    for (String answer : answers) {
      bits |= 1L << (give(DISABILITY, answer) - 1);
    }
    facts.add(new Fact(facts.size(), Map.of(), false, bits));
    return this;
  }

  Section count(ReportSection section) throws Exception {
    ReportSection.Counter counter = section.begin(this);
    facts.forEach(counter::closed);
    return counter.end(
        new Totals(
            facts.size(),
            facts.stream().filter(Fact::enhanced).count(),
            facts.stream().filter(Fact::child).count(),
            facts.stream().filter(fact -> fact.child() && fact.enhanced()).count(),
            0));
  }

  long matching(ReportSection section, Map<String, String> filter) throws Exception {
    return facts.stream().filter(section.cases(this, filter)).count();
  }

  private int give(String list, String code) {
    List<String> known = codes.computeIfAbsent(list, l -> new ArrayList<>(List.of("")));
    if (!known.contains(code)) {
      known.add(code);
    }
    return known.indexOf(code);
  }

  @Override
  public LocalDate from() {
    return from;
  }

  @Override
  public LocalDate to() {
    return to;
  }

  @Override
  public AreaProfile profile() {
    return PROFILE;
  }

  @Override
  public CodeBook codeBook() {
    return this;
  }

  @Override
  public Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("These sections read no facts of their own");
            });
  }

  @Override
  public int max(String list) {
    return Math.max(0, codes.getOrDefault(list, List.of()).size() - 1);
  }

  @Override
  public String code(String list, int id) {
    return codes.getOrDefault(list, List.of()).get(id);
  }

  @Override
  public int id(String list, String code) {
    return Math.max(0, codes.getOrDefault(list, List.of()).indexOf(code));
  }
}
