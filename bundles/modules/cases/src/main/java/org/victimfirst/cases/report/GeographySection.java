package org.victimfirst.cases.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.reporting.Check;
import org.victimfirst.api.reporting.Definition;
import org.victimfirst.api.reporting.ReportRun;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.reporting.Section;
import org.victimfirst.api.reporting.Totals;

/** Where the cases came from: beat, neighbourhood policing area, local authority. */
@Component
@VictimFirstModule(module = "cases")
public final class GeographySection implements ReportSection {
  private static final FactDimension BEAT = FactDimension.BEAT;

  @Override
  public String key() {
    return "geography";
  }

  @Override
  public String title() {
    return "Places";
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public List<Definition> definitions() {
    return List.of(
        new Definition(
            "beat.closed, beat.enhanced",
            "Cases by beat",
            Sources.PERIOD
                + ", under the police beat of the referral. Enhanced: of these, "
                + Sources.ENHANCED
                + ".",
            Sources.RULES),
        new Definition(
            "npa.closed, npa.enhanced",
            "Cases by neighbourhood policing area",
            "The sum of the area's beats. Cases from elsewhere and of unknown place are in no area.",
            Sources.RULES),
        new Definition(
            "local_authority.closed, local_authority.enhanced",
            "Cases by authority",
            "The sum of its neighbourhood policing areas. These are the police's areas, not the"
                + " councils': Oadby and Wigston lie under the city, Rutland under Leicestershire.",
            Sources.REPORT + "8"));
  }

  @Override
  public Counter begin(ReportRun run) {
    Breakdown beats = new Breakdown(run, BEAT);
    return new Counter() {
      @Override
      public void closed(CaseFact fact) {
        beats.add(fact);
      }

      @Override
      public Section end(Totals totals) {
        return section(new Places(run.profile()), run, beats.lines(), totals);
      }
    };
  }

  private static Section section(Places places, ReportRun run, Lines beats, Totals totals) {
    Lines areas = places.areas(run, beats);
    Lines authorities = places.authorities(run, areas);
    Lines policed = new Lines(areas.all().stream().filter(places::policed).toList());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("beat", beats.closedAndEnhanced());
    figures.put("npa", policed.closedAndEnhanced());
    figures.put("local_authority", authorities.closedAndEnhanced());
    return new Section(
        figures,
        Map.of(),
        all(
            DemographicsSection.checks("Beats", beats, totals),
            DemographicsSection.checks("Neighbourhood policing areas and elsewhere", areas, totals),
            DemographicsSection.checks("Local authorities", authorities, totals)),
        List.of(
            Bars.of(Places.AREA, "Area", "areas")
                .draw(
                    "By neighbourhood policing area",
                    "Cases closed. The police's areas are not the councils'.",
                    areas),
            Bars.of(Places.AUTHORITY, "Authority", "authorities")
                .draw(authorityHeading(authorities, totals), "Cases closed.", authorities),
            Bars.of(BEAT.column(), "Beat", "beats")
                .withShown(10)
                .draw(beatHeading(beats), "Cases closed, by police beat.", beats)));
  }

  private static List<Check> all(List<Check> beats, List<Check> areas, List<Check> authorities) {
    List<Check> all = new ArrayList<>(beats);
    all.addAll(areas);
    all.addAll(authorities);
    return all;
  }

  private static String authorityHeading(Lines authorities, Totals totals) {
    return Finding.largest(authorities)
        .map(line -> line.label() + ": " + Finding.share(line.closed(), totals.closed()) + " cases")
        .orElse("No cases were closed");
  }

  private static String beatHeading(Lines beats) {
    return Finding.largest(beats, line -> !line.code().equals(Lines.UNKNOWN))
        .map(line -> line.label() + " has the most cases")
        .orElse("No cases were closed");
  }

  @Override
  public Predicate<CaseFact> cases(ReportRun run, Map<String, String> filter) {
    return CaseFilters.all(filter, (key, value) -> new Places(run.profile()).test(run, key, value));
  }
}
