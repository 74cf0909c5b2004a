package org.victimfirst.modules.manager;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.security.Call;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Operation;
import org.victimfirst.modules.domain.Plan;
import org.victimfirst.modules.karaf.FeatureCatalog;
import org.victimfirst.modules.karaf.Inspector;
import org.victimfirst.modules.karaf.Planner;
import org.victimfirst.modules.store.WantedTable;

/** What pages, resources and shell commands call: modules, dry runs, orders. */
@Component(service = ModuleManager.class)
public final class ModuleManager {
  private static final Logger LOG = LoggerFactory.getLogger(ModuleManager.class);

  private static final long WATCH_SECONDS = 15;

  private final FeatureCatalog catalog;
  private final Inspector inspector;
  private final Planner planner;
  private final Changer changer;
  private final OperationLog log;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> thread(task, "victimfirst-modules"));
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(task -> thread(task, "victimfirst-modules-lease"));

  /** Manages the modules of this instance. */
  @Activate
  public ModuleManager(
      @Reference FeatureCatalog catalog,
      @Reference Inspector inspector,
      @Reference Planner planner,
      @Reference Changer changer,
      @Reference OperationLog log) {
    this.catalog = catalog;
    this.inspector = inspector;
    this.planner = planner;
    this.changer = changer;
    this.log = log;
    log.begin();
    watch.scheduleWithFixedDelay(
        () -> attempt(log::endAbandoned), WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Deactivate
  void stop() throws InterruptedException {
    worker.shutdown();
    if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
      worker.shutdownNow();
    }
    watch.shutdownNow();
  }

  /** All modules and areas, by name. */
  public List<ModuleState> modules() {
    Marks marks = Marks.of(log);
    return inspector.all().stream().map(marks::on).toList();
  }

  /** One module. */
  public Optional<ModuleState> module(String name) {
    return inspector.find(name).map(Marks.of(log)::on);
  }

  /**
   * What the framework does not know of a module: that it is being changed, and from where it is.
   */
  private record Marks(String changing, Map<String, WantedTable.Wanted> wanted) {
    static Marks of(OperationLog log) {
      return new Marks(log.open().map(Operation::module).orElse(""), log.wanted());
    }

    ModuleState on(ModuleState state) {
      WantedTable.Wanted decision = wanted.get(state.name());
      ModuleState known =
          decision == null || !state.installed()
              ? state
              : state.deployedFrom(decision.deployedFile());
      return known.name().equals(changing) ? known.changing() : known;
    }
  }

  /** Names of installed modules that cannot do without one, directly or by others. */
  public Set<String> dependents(String name) {
    Set<String> found = new TreeSet<>(catalog.dependents(name));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (String further : catalog.dependents(open.remove())) {
        if (found.add(further)) {
          open.add(further);
        }
      }
    }
    return found;
  }

  /** What a change would do. */
  public Plan plan(Change change) {
    return planner.plan(change);
  }

  /**
   * Orders a change; it is done by and by.
   *
   * @throws ChangeFailedException when another one is at work, or there is no such module
   */
  public Operation order(Call call, Change change) {
    ModuleState state =
        inspector
            .find(change.module())
            .orElseThrow(
                () -> new ChangeFailedException("There is no module " + change.module() + "."));
    Operation operation = log.order(call, change, state.version(), target(change, state));
    worker.execute(() -> work(call, change, operation));
    return operation;
  }

  private static String target(Change change, ModuleState state) {
    return switch (change.action()) {
      case REMOVE, PURGE -> "";
      default -> {
        List<String> available = state.available();
        String newest = available.isEmpty() ? "" : available.get(available.size() - 1);
        yield change.version().isEmpty() ? newest : change.version();
      }
    };
  }

  private void work(Call call, Change change, Operation operation) {
    ScheduledFuture<?> lease =
        watch.scheduleAtFixedRate(
            () -> attempt(() -> log.stillAtWork(operation.id())),
            WATCH_SECONDS,
            WATCH_SECONDS,
            TimeUnit.SECONDS);
    try {
      changer.perform(call, change, operation);
    } catch (RuntimeException | InterruptedException e) {
      LOG.error("{} of {} broke off", change.action(), change.module(), e);
      log.failed(call, operation, change, "It broke off; the log says why.");
    } finally {
      lease.cancel(false);
    }
  }

  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (DatabaseException e) {
      LOG.warn("Leases of orders could not be looked after; it is tried again", e);
    }
  }

  /** Waits until work that was ordered has ended; for callers that have no screen to look at. */
  public Operation await(Operation operation) throws InterruptedException {
    awaitIdle();
    return log.find(operation.id()).orElse(operation);
  }

  /** Waits until all work that was ordered here so far has ended. */
  void awaitIdle() throws InterruptedException {
    try {
      worker.submit(() -> {}).get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One order. */
  public Optional<Operation> operation(long id) {
    return log.find(id);
  }

  /** The newest orders first. */
  public List<Operation> operations() {
    return log.newest(20);
  }
}
