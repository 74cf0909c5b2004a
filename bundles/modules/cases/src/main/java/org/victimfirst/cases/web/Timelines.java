package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.cases.TimelineSource;
import org.victimfirst.api.module.RequestGate;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.StaffNames;

/** Asks all modules at once what they did for a case; one that fails or dawdles is named. */
@Component(service = Timelines.class)
public final class Timelines {
  private static final Logger LOG = LoggerFactory.getLogger(Timelines.class);
  private static final long LIMIT_SECONDS = 2;
  private static final int THREADS = 8;
  private static final int WAITING = 64;

  private final RequestGate gate;
  private final Colleagues colleagues;
  private final Map<TimelineSource, String> sources = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor pool = pool();

  /**
   * The doings of all modules.
   *
   * @param entries newest first
   * @param absent titles of the modules that did not answer
   */
  record Timeline(List<TimelineEntry> entries, List<String> absent) {}

  /** For the platform. */
  @Activate
  public Timelines(@Reference RequestGate gate, @Reference Colleagues colleagues) {
    this.gate = gate;
    this.colleagues = colleagues;
  }

  /** A module's source came. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addSource(TimelineSource source, Map<String, Object> properties) {
    sources.put(source, String.valueOf(properties.get(VictimFirstModule.PROPERTY)));
  }

  /** A module's source left. */
  public void removeSource(TimelineSource source) {
    sources.remove(source);
  }

  /** Ends the threads. */
  @Deactivate
  public void stop() {
    pool.shutdown();
  }

  Timeline of(Call call, long caseId) {
    Map<String, Future<List<TimelineEntry>>> asked = new LinkedHashMap<>();
    List<String> absent = new ArrayList<>();
    sources.forEach(
        (source, module) -> {
          try {
            asked.put(module, pool.submit(() -> entries(module, source, call, caseId)));
          } catch (RejectedExecutionException e) {
            LOG.warn("No thread is free to ask {} for its timeline", module);
            absent.add(module);
          }
        });
    List<TimelineEntry> entries = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    asked.forEach(
        (module, answer) -> {
          if (!collect(module, answer, end - System.nanoTime(), entries)) {
            absent.add(module);
          }
        });
    StaffNames staff = StaffNames.of(colleagues);
    return new Timeline(
        entries.stream()
            .sorted(Comparator.comparing(TimelineEntry::at).reversed())
            .map(
                e ->
                    new TimelineEntry(e.at(), e.title(), staff.of(e.by()), e.detail(), e.address()))
            .toList(),
        absent);
  }

  private List<TimelineEntry> entries(
      String module, TimelineSource source, Call call, long caseId) {
    Optional<RequestGate.Pass> entered = gate.enter(module);
    if (entered.isEmpty()) {
      return List.of();
    }
    try (RequestGate.Pass pass = entered.get()) {
      return source.entries(call, caseId);
    }
  }

  private static boolean collect(
      String module, Future<List<TimelineEntry>> answer, long nanos, List<TimelineEntry> entries) {
    try {
      entries.addAll(answer.get(Math.max(0, nanos), TimeUnit.NANOSECONDS));
      return true;
    } catch (TimeoutException e) {
      // Not interrupted: Derby answers that by closing connections.
      answer.cancel(false);
      LOG.warn("The timeline of {} did not come within {} s", module, LIMIT_SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      LOG.warn("The timeline of {} failed: {}", module, cause.getClass().getName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Entries as they may be shown: without their details while those are hidden. */
  static List<TimelineEntry> shown(Timeline timeline, boolean hidden) {
    if (!hidden) {
      return timeline.entries();
    }
    return timeline.entries().stream()
        .map(e -> new TimelineEntry(e.at(), e.title(), e.by(), "", e.address()))
        .toList();
  }

  /** Names what is missing; nothing when all is there. */
  static Html absent(Timeline timeline) {
    return timeline.absent().isEmpty()
        ? Html.EMPTY
        : Govuk.insetText(
            "Not shown at the moment: "
                + Words.join(timeline.absent())
                + ". Everything else is here.");
  }

  private static ThreadPoolExecutor pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            work -> {
              Thread thread = new Thread(work, "victimfirst-timeline");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
