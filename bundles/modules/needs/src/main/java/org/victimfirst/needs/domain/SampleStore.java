package org.victimfirst.needs.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.victimfirst.api.security.Call;

/** Keeps samples and reads the facts of closed cases. */
public interface SampleStore {
  /**
   * The facts of the cases with enhanced support that were closed in a period and whose needs were
   * assessed at the start and at the end.
   */
  List<NeedFact> complete(LocalDate from, LocalDate to);

  /** The facts of some cases; those without are left out. */
  List<NeedFact> facts(List<Long> caseIds);

  /** Stores a sample with its audit row. */
  ImpactSample add(Call call, ImpactSample sample);

  /** One sample. */
  Optional<ImpactSample> find(long id);

  /**
   * Some samples, the newest first.
   *
   * @param offset how many are left out before the first
   * @param most how many are read
   */
  List<SampleHead> heads(int offset, int most);

  /** How many samples there are. */
  long count();
}
