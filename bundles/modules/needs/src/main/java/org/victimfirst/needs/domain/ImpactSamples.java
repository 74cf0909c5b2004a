package org.victimfirst.needs.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;

/**
 * What can be done with samples and with the change in all cases of a period. No names in either.
 */
@Component(service = ImpactSamples.class)
public final class ImpactSamples {
  /** Largest sample that may be drawn. */
  public static final int MAX_SIZE = 10_000;

  private static final Refusal BACKWARDS =
      new Refusal("to", "date_order", "Enter a last day on or after the first day.");

  private final SampleStore store;
  private final AreaProfiles profiles;
  private final Clock clock;

  /** For the platform. */
  @Activate
  public ImpactSamples(@Reference SampleStore store, @Reference AreaProfiles profiles) {
    this(store, profiles, Clock.system(ZoneId.of("Europe/London")));
  }

  /** With a clock that says what time it is there. */
  ImpactSamples(SampleStore store, AreaProfiles profiles, Clock clock) {
    this.store = store;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** The size that the area usually draws: the profile's setting {@code impact-sample.size}. */
  public int usualSize() {
    return Integer.parseInt(
        profiles.current().settings().getOrDefault("impact-sample.size", "100"));
  }

  /**
   * Draws a sample and keeps it.
   *
   * @throws RefusedException when the period or the size cannot be taken
   */
  public ImpactSample draw(Call call, LocalDate from, LocalDate to, long seed, int size) {
    RefusedException.unless(refusals(from, to, size));
    List<Long> eligible = store.complete(from, to).stream().map(NeedFact::caseId).toList();
    if (eligible.isEmpty()) {
      throw ProblemException.conflict(
          "nothing_to_draw_from", "No closed case of that period has both assessments.");
    }
    ImpactSample.Draw draw =
        new ImpactSample.Draw(from, to, seed, size, eligible.size(), SampleDraw.ALGORITHM);
    List<Long> caseIds = SampleDraw.draw(seed, size, eligible);
    return store.add(
        call, new ImpactSample(0, LocalDate.now(clock), call.actor().login(), draw, caseIds));
  }

  /** One sample. */
  public ImpactSample find(long id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("There is no such sample."));
  }

  /**
   * A page of the samples, the newest first.
   *
   * @param page number of the page, from 1
   * @param size how many are on a page; not more than {@link Paged#MAX_SIZE}
   */
  public Paged<SampleHead> page(int page, int size) {
    int most = Math.max(1, Math.min(size, Paged.MAX_SIZE));
    int number = Math.max(1, page);
    return new Paged<>(store.heads(Paged.offset(number, most), most), number, most, store.count());
  }

  /** The needs and levels in force. */
  public NeedScale scale() {
    return NeedScale.of(profiles.current());
  }

  /** What changed in the cases of a sample. */
  public ChangeTally change(ImpactSample sample) {
    return tally(store.facts(sample.caseIds()));
  }

  /**
   * What changed in all cases of a period. It may last still: unlike a sample this is not kept.
   *
   * @throws RefusedException when the last day is before the first
   */
  public ChangeTally change(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new RefusedException(List.of(BACKWARDS));
    }
    return tally(store.complete(from, to));
  }

  private ChangeTally tally(List<NeedFact> facts) {
    ChangeTally tally = new ChangeTally(scale());
    facts.forEach(tally::add);
    return tally;
  }

  private List<Refusal> refusals(LocalDate from, LocalDate to, int size) {
    List<Refusal> refusals = new ArrayList<>();
    if (to.isBefore(from)) {
      refusals.add(BACKWARDS);
    } else if (!to.isBefore(LocalDate.now(clock))) {
      refusals.add(
          new Refusal(
              "to", "period_not_over", "Draw when the period is over: enter an earlier day."));
    }
    if (size < 1 || size > MAX_SIZE) {
      refusals.add(
          new Refusal("size", "out_of_range", "Enter a number from 1 to " + MAX_SIZE + "."));
    }
    return refusals;
  }
}
