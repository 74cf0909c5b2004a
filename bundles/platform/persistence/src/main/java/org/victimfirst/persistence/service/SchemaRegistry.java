package org.victimfirst.persistence.service;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.persistence.SchemaState;
import org.victimfirst.persistence.SchemaState.State;
import org.victimfirst.persistence.Schemas;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.schema.SchemaRecords;

/** Collects what the other components say of schemas. */
@Component(
    service = {Schemas.class, SchemaRegistry.class},
    immediate = true)
public final class SchemaRegistry implements Schemas {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistry.class);

  private final Map<String, SchemaState> states = new HashMap<>();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Installation installation;

  @Activate
  public SchemaRegistry() {}

  synchronized void report(String module, String version, State state, String message) {
    states.put(module, new SchemaState(module, version, state, message));
  }

  synchronized void forget(String module) {
    states.remove(module);
  }

  private synchronized Map<String, SchemaState> reported() {
    return new TreeMap<>(states);
  }

  @Override
  public List<SchemaState> list() {
    Map<String, SchemaState> all = reported();
    Installation current = installation;
    if (current != null) {
      try {
        Map<String, String> stored = current.pool().own(SchemaRecords::versions);
        stored.forEach(
            (module, version) ->
                all.putIfAbsent(module, new SchemaState(module, version, State.KEPT, "")));
      } catch (SQLException e) {
        LOG.warn("The schemas that are kept could not be listed", e);
      }
    }
    return List.copyOf(all.values());
  }

  @Override
  public void purge(String module) {
    Installation current = installation;
    if (current == null) {
      throw new IllegalStateException("The database is not open; nothing was purged");
    }
    SchemaState state =
        list().stream()
            .filter(s -> s.module().equals(module))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("There are no data of a module " + module));
    if (state.state() != State.KEPT) {
      throw new IllegalStateException(
          "Module " + module + " is installed; remove it before its data are purged");
    }
    try {
      current.purge(module);
      LOG.info("Schema of module {} purged", module);
    } catch (SQLException e) {
      throw new DatabaseException("The schema of module " + module + " was not purged", e);
    }
  }
}
