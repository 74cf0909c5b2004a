package org.victimfirst.cases.report;

import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.reporting.ReportRun;

/** Cases by the codes of one dimension. */
final class Breakdown {
  private final ReportRun run;
  private final FactDimension dimension;
  private final Tally tally;

  Breakdown(ReportRun run, FactDimension dimension) {
    this.run = run;
    this.dimension = dimension;
    this.tally = new Tally(run.codeBook(), dimension.list());
  }

  void add(CaseFact fact) {
    tally.add(fact, dimension);
  }

  Lines lines() {
    return Lines.of(run, dimension.list(), tally);
  }
}
