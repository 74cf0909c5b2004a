package org.victimfirst.reporting.domain;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.CaseFacts;
import org.victimfirst.api.cases.ReferralFact;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.reporting.ReportSection;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;

/** The reports of this instance, for pages and resources. */
@Component(service = Reports.class)
public final class Reports {
  private static final ZoneId LOCAL = ZoneId.of("Europe/London");

  /** Days of a quarter in which a service that was at work has closed a case. */
  private static final int FIRST_DAYS = 7;

  private final Database database;
  private final AreaProfiles profiles;
  private final InstalledSections sections;
  private final ReleaseStore releases;
  private final Audit audit;
  private final Clock clock;

  private volatile @Nullable CaseFacts facts;

  /** With what it reads and writes; the case facts come and go with their module. */
  @Activate
  public Reports(
      @Reference(target = "(victimfirst.module=reporting)") Database database,
      @Reference AreaProfiles profiles,
      @Reference InstalledSections sections,
      @Reference ReleaseStore releases,
      @Reference Audit audit) {
    this(database, profiles, sections, releases, audit, Clock.system(LOCAL));
  }

  Reports(
      Database database,
      AreaProfiles profiles,
      InstalledSections sections,
      ReleaseStore releases,
      Audit audit,
      Clock clock) {
    this.database = database;
    this.profiles = profiles;
    this.sections = sections;
    this.releases = releases;
    this.audit = audit;
    this.clock = clock;
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindFacts(CaseFacts service) {
    facts = service;
  }

  void unbindFacts(CaseFacts service) {
    if (facts == service) {
      facts = null;
    }
  }

  /** The area's profile now. */
  public AreaProfile profile() {
    return profiles.current();
  }

  /** The sections that are installed, in order. */
  public List<ReportSection> sections() {
    return sections.inOrder();
  }

  /**
   * The report of a period, with small counts left out for those who may not see them.
   *
   * @param forPublication whether to leave them out in any case
   * @throws ProblemException 503 {@code no_case_facts} while the cases module is not installed; 403
   *     {@code not_a_quarter} when somebody who may not see small counts asks for anything but a
   *     whole quarter, or {@code quarter_not_over} for one that goes on, since the difference of
   *     two periods or of two days would show them
   */
  public Report quarterly(Actor actor, Period period, boolean forPublication) {
    boolean withhold = forPublication || !actor.may(ReportPermissions.SMALL_COUNTS);
    AreaProfile profile = profiles.current();
    if (withhold) {
      refuseDifferences(period, profile);
    }
    Report report = make(period, profile);
    return withhold ? new SmallCounts(profile).withhold(report) : report;
  }

  private void refuseDifferences(Period period, AreaProfile profile) {
    if (!new Quarters(profile).isOne(period)) {
      throw new ProblemException(
          403,
          "not_a_quarter",
          "Only whole quarters",
          "Without the permission to see counts under 5, and for publication, a report covers one"
              + " whole quarter: the difference of two other periods would show such counts");
    }
    if (!period.isOver(LocalDate.now(clock))) {
      throw new ProblemException(
          403,
          "quarter_not_over",
          "The quarter is not over",
          "Without the permission to see counts under 5, and for publication, a report is made when"
              + " its quarter is over: the difference of two days would show such counts. Ask for"
              + " it after "
              + period.to());
    }
  }

  private Report make(Period period, AreaProfile profile) {
    ReportMaker maker = maker(profile);
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    Report report = database.read(connection -> maker.make(connection, period, now));
    boolean failed =
        report.absent().stream().anyMatch(absent -> absent.reason() == Report.Reason.NOT_AVAILABLE);
    // A code that was first used while the facts were read makes a section fail; once more is
    // enough.
    return failed ? database.read(connection -> maker.make(connection, period, now)) : report;
  }

  private ReportMaker maker(AreaProfile profile) {
    return new ReportMaker(sections.inOrder(), present(), profile);
  }

  private CaseFacts present() {
    CaseFacts here = facts;
    if (here == null) {
      throw new ProblemException(
          503,
          "no_case_facts",
          "There is nothing to count",
          "Reports count the facts of the cases module, which is not installed");
    }
    return here;
  }

  /**
   * The closed cases behind a figure, or the referrals received where it counts those: then the
   * filter {@linkplain ReportSection#REFERRALS says so}.
   *
   * @return ids
   * @throws ProblemException 404 when there is no such section or figure
   */
  public List<Long> behind(Period period, String key, Map<String, String> filter) {
    ReportSection section =
        sections.inOrder().stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("The report has no such section"));
    CaseFacts counted = present();
    ReportMaker maker = maker(profiles.current());
    try {
      return database.read(
          connection -> {
            Run run = maker.run(connection, period);
            return filter.containsKey(ReportSection.REFERRALS)
                ? referrals(counted, run, section.referrals(run, filter))
                : cases(counted, run, section.cases(run, filter));
          });
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("The section has no such figure");
    }
  }

  private static List<Long> cases(CaseFacts counted, Run run, Predicate<CaseFact> belongs)
      throws SQLException {
    List<Long> ids = new ArrayList<>();
    counted.closed(
        run.connection(),
        run.from(),
        run.to(),
        fact -> {
          if (belongs.test(fact)) {
            ids.add(fact.caseId());
          }
        });
    return ids;
  }

  private static List<Long> referrals(CaseFacts counted, Run run, Predicate<ReferralFact> belongs)
      throws SQLException {
    List<Long> ids = new ArrayList<>();
    counted.received(
        run.connection(),
        run.from(),
        run.to(),
        fact -> {
          if (belongs.test(fact)) {
            ids.add(fact.referralId());
          }
        });
    return ids;
  }

  /** The quarters that have figures which the actor may read, the newest first. */
  public List<Period> quarters(Actor actor) {
    if (facts == null) {
      return List.of();
    }
    Quarters quarters = new Quarters(profiles.current());
    LocalDate today = LocalDate.now(clock);
    return database
        .read(releases::span)
        .map(span -> quarters.between(span.first(), span.last()))
        .orElse(List.of())
        .stream()
        .filter(one -> actor.may(ReportPermissions.SMALL_COUNTS) || one.isOver(today))
        .toList();
  }

  /**
   * The quarter before a quarter, when there are figures of all of it: a service that began, or an
   * import that begins, in the middle of it has closed cases from some later day on only.
   */
  public Optional<Period> wholeQuarterBefore(Period period) {
    Quarters quarters = new Quarters(profiles.current());
    if (facts == null || !quarters.isOne(period)) {
      return Optional.empty();
    }
    Period before = quarters.before(period);
    return database
        .read(releases::span)
        .filter(span -> span.first().isBefore(before.from().plusDays(FIRST_DAYS)))
        .map(span -> before);
  }

  /** Keeps and records that a report leaves the service. */
  public void released(Call call, Report report, String format, String sha256) {
    Release release =
        new Release(
            report.period(),
            format,
            report.withheld(),
            report.madeAt(),
            call.actor().login(),
            sha256);
    database.write(
        connection -> {
          long id = releases.keep(connection, release);
          audit.record(
              connection,
              call,
              "reporting.report.downloaded",
              "report",
              id,
              Map.of(
                  "from", report.period().from().toString(),
                  "to", report.period().to().toString(),
                  "format", format,
                  "small_counts_withheld", String.valueOf(report.withheld())));
          return id;
        });
  }
}
