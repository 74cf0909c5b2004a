package org.victimfirst.needs.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.victimfirst.needs.domain.ChangeTally;
import org.victimfirst.needs.domain.ImpactSample;
import org.victimfirst.needs.domain.SampleHead;

/**
 * A sample as JSON.
 *
 * @param id its id
 * @param kind {@code drawn} here, or {@code given} with the legacy extract; then the fields from
 *     {@code drawnBy} to {@code algorithm} are left out
 * @param drawnOn the day on which it was drawn
 * @param drawnBy login of who drew it
 * @param from first day of the period in which the cases were closed
 * @param to last day, included
 * @param seed the number it was drawn with; a string, as ids are
 * @param size how many cases were asked for
 * @param eligible how many cases there were to draw from
 * @param algorithm name of the way of drawing; the module's README says how it goes
 * @param cases ids of the cases, in the order in which they were drawn
 * @param change what changed in them
 */
record SampleView(
    String id,
    String kind,
    LocalDate drawnOn,
    @Nullable String drawnBy,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String seed,
    @Nullable Integer size,
    @Nullable Integer eligible,
    @Nullable String algorithm,
    @Nullable List<String> cases,
    @Nullable TallyView change) {
  /** A sample without its cases. */
  static SampleView head(SampleHead head) {
    return view(head, null, null);
  }

  /** A sample with its cases. */
  static SampleView of(ImpactSample sample, ChangeTally change) {
    return view(
        new SampleHead(
            sample.id(),
            sample.drawnOn(),
            sample.drawnBy(),
            sample.draw(),
            sample.caseIds().size()),
        sample.caseIds().stream().map(id -> Long.toString(id)).toList(),
        TallyView.of(change));
  }

  private static SampleView view(
      SampleHead sample, @Nullable List<String> cases, @Nullable TallyView change) {
    ImpactSample.Draw draw = sample.draw();
    String id = Long.toString(sample.id());
    return draw == null
        ? new SampleView(
            id, "given", sample.drawnOn(), null, null, null, null, null, null, null, cases, change)
        : new SampleView(
            id,
            "drawn",
            sample.drawnOn(),
            sample.drawnBy(),
            draw.from(),
            draw.to(),
            Long.toString(draw.seed()),
            draw.size(),
            draw.eligible(),
            draw.algorithm(),
            cases,
            change);
  }
}
