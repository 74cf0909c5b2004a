package org.victimfirst.reporting.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.reporting.ReportSection;

/** The sections that are installed now. */
@Component(service = InstalledSections.class)
public final class InstalledSections {
  private static final Logger LOG = LoggerFactory.getLogger(InstalledSections.class);

  /** Ascending by ranking: of two with one key the later one wins. */
  private final ConcurrentSkipListMap<Rank, ReportSection> sections = new ConcurrentSkipListMap<>();

  /** Without sections yet. */
  @Activate
  public InstalledSections() {}

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bind(ReportSection section, Map<String, ?> properties) {
    if (inOrder().stream().anyMatch(other -> other.key().equals(section.key()))) {
      LOG.warn(
          "Two sections have the key {}; the one with the higher ranking counts", section.key());
    }
    sections.put(Rank.of(properties), section);
  }

  void unbind(ReportSection section, Map<String, ?> properties) {
    sections.remove(Rank.of(properties));
  }

  /** The order of services: the higher ranking wins, then the older one. */
  private record Rank(int ranking, long id) implements Comparable<Rank> {
    static Rank of(Map<String, ?> properties) {
      Object ranking = properties.get(Constants.SERVICE_RANKING);
      Object id = properties.get(Constants.SERVICE_ID);
      return new Rank(
          ranking instanceof Integer number ? number : 0, id instanceof Long number ? number : 0);
    }

    @Override
    public int compareTo(Rank other) {
      int byRanking = Integer.compare(ranking, other.ranking);
      return byRanking == 0 ? Long.compare(other.id, id) : byRanking;
    }
  }

  /** The sections in the order of the report. */
  public List<ReportSection> inOrder() {
    return ordered(sections.values());
  }

  /** One section for each key, the last of several, in the order of the report. */
  static List<ReportSection> ordered(Iterable<ReportSection> ascending) {
    Map<String, ReportSection> byKey = new HashMap<>();
    ascending.forEach(section -> byKey.put(section.key(), section));
    List<ReportSection> ordered = new ArrayList<>(byKey.values());
    ordered.sort(Comparator.comparingInt(ReportSection::order).thenComparing(ReportSection::key));
    return ordered;
  }
}
