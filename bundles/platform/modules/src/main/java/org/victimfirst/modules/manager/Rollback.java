package org.victimfirst.modules.manager;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Offer;
import org.victimfirst.modules.domain.Phase;
import org.victimfirst.modules.karaf.FeatureChanges;
import org.victimfirst.modules.karaf.Inspector;
import org.victimfirst.modules.store.WantedTable;
import org.victimfirst.persistence.SchemaState;
import org.victimfirst.persistence.Schemas;

/**
 * Puts back what a change that failed has left, looks whether it runs again, and says what stands.
 */
final class Rollback {
  private static final Logger LOG = LoggerFactory.getLogger(Rollback.class);

  private final FeatureChanges features;
  private final Inspector inspector;
  private final Schemas schemas;
  private final Change change;
  private final Map<String, Set<String>> requirements;
  private final Map<String, ModuleState> before = new TreeMap<>();

  /** Remembers how everything is now, before the change. */
  Rollback(FeatureChanges features, Inspector inspector, Schemas schemas, Change change) {
    this.features = features;
    this.inspector = inspector;
    this.schemas = schemas;
    this.change = change;
    this.requirements = features.snapshot();
    Set<String> modules = new TreeSet<>(change.with());
    modules.add(change.module());
    for (String module : modules) {
      inspector.find(module).ifPresent(state -> before.put(module, state));
    }
  }

  /**
   * Puts everything back.
   *
   * @param tried what the change would have installed, if anything
   */
  Outcome after(RuntimeException failure, Optional<Offer> tried) throws InterruptedException {
    String reason = reason(failure);
    try {
      before.keySet().forEach(inspector::beginAnew);
      features.restore(requirements);
    } catch (RuntimeException e) {
      LOG.error("Going back from {} of {} failed", change.action(), change.module(), e);
      return Outcome.unchanged(
          reason + " Going back did not succeed either: " + reason(e) + " " + stands());
    }
    List<String> down = down();
    if (down.isEmpty()) {
      return Outcome.unchanged(reason + " Everything is as before." + tables());
    }
    return tried.isPresent() && tablesAreNewer()
        ? forward(reason, tried.get())
        : Outcome.unchanged(
            reason
                + " The features are as before, but "
                + String.join(" ", down)
                + " Restart the platform; if that does not help, the log says why.");
  }

  private static String reason(RuntimeException failure) {
    return failure instanceof ChangeFailedException
        ? String.valueOf(failure.getMessage())
        : "It broke off; the log says why.";
  }

  /** Modules that ran before and do not run again, each with what it lacks. */
  private List<String> down() throws InterruptedException {
    List<String> down = new ArrayList<>();
    for (ModuleState was : before.values()) {
      if (was.phase() == Phase.RUNNING) {
        ModuleState now = inspector.awaitSettled(was.name());
        if (now.phase() != Phase.RUNNING || !now.version().equals(was.version())) {
          down.add(words(now));
        }
      }
    }
    return down;
  }

  private boolean tablesAreNewer() {
    return schemas.list().stream()
        .anyMatch(
            schema ->
                schema.module().equals(change.module())
                    && schema.state() == SchemaState.State.NEWER);
  }

  /** The old version cannot use the tables any more, so the one that was tried has to stay. */
  private Outcome forward(String reason, Offer tried) throws InterruptedException {
    ModuleState was = before.get(change.module());
    String old = was == null ? change.module() : change.module() + " " + was.version();
    try {
      inspector.beginAnew(change.module());
      features.install(tried);
    } catch (RuntimeException e) {
      LOG.error("{} {} cannot be put back", tried.name(), tried.version(), e);
      return Outcome.unchanged(
          reason
              + " Its tables were brought up to date before it failed, so "
              + old
              + " cannot use them. "
              + stands()
              + wayOut());
    }
    ModuleState now = inspector.awaitSettled(change.module());
    return new Outcome(
        reason
            + " Its tables were brought up to date before it failed, and "
            + old
            + " cannot use them any more; so "
            + words(now)
            + " Its data are kept."
            + (now.phase() == Phase.RUNNING ? "" : wayOut()),
        Map.of(change.module(), new WantedTable.Wanted(tried.version(), true)));
  }

  private String wayOut() {
    return " Update it to a version that starts, or restore a backup from before.";
  }

  private String stands() {
    return inspector.find(change.module()).map(Rollback::words).orElse("");
  }

  private static String words(ModuleState state) {
    if (!state.installed()) {
      return state.name() + " is not installed.";
    }
    String name = state.name() + " " + state.version();
    return state.phase() == Phase.RUNNING
        ? name + " is installed and runs."
        : name
            + " is installed and does not run: "
            + String.join(". ", state.findings()).replaceAll("\\.$", "")
            + ".";
  }

  /** What a first installation that failed has left. */
  private String tables() {
    String was = version(before.get(change.module()));
    String now = inspector.find(change.module()).map(Rollback::version).orElse("");
    return now.equals(was) || change.action() != Change.Action.INSTALL
        ? ""
        : " Only its tables stay, at version " + now + ".";
  }

  private static String version(@org.jspecify.annotations.Nullable ModuleState state) {
    return state == null ? "" : state.schemaVersion();
  }
}
