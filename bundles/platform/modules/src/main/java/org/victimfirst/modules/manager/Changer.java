package org.victimfirst.modules.manager;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.security.Call;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Offer;
import org.victimfirst.modules.domain.Operation;
import org.victimfirst.modules.domain.Phase;
import org.victimfirst.modules.domain.Plan;
import org.victimfirst.modules.karaf.FeatureCatalog;
import org.victimfirst.modules.karaf.FeatureChanges;
import org.victimfirst.modules.karaf.Inspector;
import org.victimfirst.modules.karaf.Planner;
import org.victimfirst.modules.store.WantedTable;
import org.victimfirst.persistence.Schemas;

/** Does one change: tries it out, closes the gate, acts, looks, and puts back what went wrong. */
@Component(service = Changer.class)
public final class Changer {
  private static final Logger LOG = LoggerFactory.getLogger(Changer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Planner planner;
  private final FeatureCatalog catalog;
  private final FeatureChanges features;
  private final Inspector inspector;
  private final ModuleGate gate;
  private final Schemas schemas;
  private final OperationLog log;

  /** Changes this instance. */
  @Activate
  public Changer(
      @Reference Planner planner,
      @Reference FeatureCatalog catalog,
      @Reference FeatureChanges features,
      @Reference Inspector inspector,
      @Reference ModuleGate gate,
      @Reference Schemas schemas,
      @Reference OperationLog log) {
    this.planner = planner;
    this.catalog = catalog;
    this.features = features;
    this.inspector = inspector;
    this.gate = gate;
    this.schemas = schemas;
    this.log = log;
  }

  /** Does the change and says in the log how it ended. */
  void perform(Call call, Change change, Operation operation) throws InterruptedException {
    try {
      act(call, change, operation);
    } catch (ChangeFailedException e) {
      LOG.warn("{} of {} was not done", change.action(), change.module(), e);
      log.failed(call, operation, change, String.valueOf(e.getMessage()));
    }
  }

  private String ended(Change change) {
    String version = inspector.find(change.module()).map(ModuleState::version).orElse("");
    return (change.action().past() + ": " + change.module() + " " + version).strip() + ".";
  }

  private void act(Call call, Change change, Operation operation) throws InterruptedException {
    if (change.action() == Change.Action.PURGE) {
      purge(change);
      log.done(call, operation, change, Map.of(), ended(change));
      return;
    }
    log.progress(operation.id(), "Trying it out");
    Plan plan = planner.plan(change);
    if (!plan.allowed()) {
      throw new ChangeFailedException(String.join(" ", plan.refusals()));
    }
    Set<String> leaving = leaving(change);
    try {
      close(leaving, operation);
      change(call, change, plan, operation);
    } finally {
      leaving.forEach(gate::open);
    }
  }

  private void change(Call call, Change change, Plan plan, Operation operation)
      throws InterruptedException {
    Rollback rollback = new Rollback(features, inspector, schemas, change);
    Optional<Offer> offer =
        change.action() == Change.Action.REMOVE
            ? Optional.empty()
            : catalog.find(change.module(), plan.version());
    try {
      if (offer.isPresent()) {
        install(offer.get(), operation);
      } else {
        log.progress(operation.id(), "Removing bundles");
        features.remove(change);
      }
      log.done(call, operation, change, decisions(change, plan), ended(change));
    } catch (RuntimeException e) {
      LOG.warn("{} of {} failed and is taken back", change.action(), change.module(), e);
      log.failed(call, operation, change, rollback.after(e, offer));
    }
  }

  /** Modules that stop answering while the change is made. */
  private static Set<String> leaving(Change change) {
    Set<String> leaving = new TreeSet<>(change.with());
    if (change.action() != Change.Action.INSTALL) {
      leaving.add(change.module());
    }
    return leaving;
  }

  private void close(Set<String> modules, Operation operation) throws InterruptedException {
    modules.forEach(gate::close);
    for (String module : modules) {
      log.progress(operation.id(), "Waiting for requests in " + module + " to end");
      if (!gate.awaitEmpty(module, PATIENCE)) {
        throw new ChangeFailedException(
            "Requests in "
                + module
                + " did not end in "
                + PATIENCE.toSeconds()
                + " seconds. Nothing was changed. Try again later.");
      }
    }
  }

  private void install(Offer offer, Operation operation) throws InterruptedException {
    String module = offer.name();
    log.progress(operation.id(), "Installing bundles");
    inspector.beginAnew(module);
    features.install(offer);
    log.progress(operation.id(), "Waiting for " + module + " to start");
    ModuleState state = inspector.awaitSettled(module);
    if (state.phase() != Phase.RUNNING) {
      throw new ChangeFailedException(
          module + " did not start: " + String.join(". ", state.findings()) + ".");
    }
  }

  private static Map<String, WantedTable.Wanted> decisions(Change change, Plan plan) {
    Map<String, WantedTable.Wanted> decisions = new LinkedHashMap<>();
    boolean installed = change.action() != Change.Action.REMOVE;
    decisions.put(change.module(), new WantedTable.Wanted(plan.version(), installed));
    change.with().forEach(name -> decisions.put(name, new WantedTable.Wanted("", false)));
    return decisions;
  }

  private void purge(Change change) {
    try {
      schemas.purge(change.module());
    } catch (IllegalStateException e) {
      throw new ChangeFailedException(String.valueOf(e.getMessage()), e);
    } catch (DatabaseException e) {
      throw new ChangeFailedException("The database refused to delete the data.", e);
    }
  }

  /** Brings a module to what was decided, at the start; says nothing when it is so already. */
  List<String> reconcile(Map<String, WantedTable.Wanted> wanted) {
    return new Reconciliation(catalog, features).reconcile(wanted);
  }
}
