package org.victimfirst.modules.health;

import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.modules.karaf.FeatureCatalog;
import org.victimfirst.persistence.SchemaState;
import org.victimfirst.persistence.SchemaState.State;
import org.victimfirst.persistence.Schemas;

/** The database answers, and every schema is as its module needs it. */
@Component(
    service = HealthCheck.class,
    property = {"hc.name=Database", "hc.tags=victimfirst", "hc.tags=platform"})
public final class DatabaseCheck implements HealthCheck {
  private final Schemas schemas;
  private final FeatureCatalog catalog;

  @Reference(
      target = "(victimfirst.module=modules)",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Database database;

  /** Checks this database. */
  @Activate
  public DatabaseCheck(@Reference Schemas schemas, @Reference FeatureCatalog catalog) {
    this.schemas = schemas;
    this.catalog = catalog;
  }

  @Override
  public Result execute() {
    ResultLog log = new ResultLog();
    Database now = database;
    List<String> broken = broken();
    if (!broken.isEmpty()) {
      broken.forEach(why -> log.add(new ResultLog.Entry(Result.Status.CRITICAL, why)));
    } else if (now == null) {
      log.add(
          new ResultLog.Entry(
              Result.Status.TEMPORARILY_UNAVAILABLE, "The database is not there yet"));
    } else {
      ask(now, log);
    }
    return new Result(log);
  }

  /**
   * What keeps the platform's own tables from use; a module's tables are its own check's matter.
   */
  private List<String> broken() {
    Set<String> modules = catalog.installed().keySet();
    return schemas.list().stream()
        .filter(schema -> !modules.contains(schema.module()))
        .filter(schema -> schema.state() == State.FAILED || schema.state() == State.NEWER)
        .map(SchemaState::message)
        .toList();
  }

  private static void ask(Database database, ResultLog log) {
    try {
      long begun = System.nanoTime();
      boolean answered =
          database.read(
              connection -> {
                try (Statement statement = connection.createStatement()) {
                  return statement.execute(
                      database.dialect() == Dialect.DERBY ? "VALUES 1" : "SELECT 1");
                }
              });
      long millis = (System.nanoTime() - begun) / 1_000_000;
      log.add(
          new ResultLog.Entry(
              answered ? Result.Status.OK : Result.Status.CRITICAL,
              "Answered in " + millis + " ms"));
    } catch (DatabaseException e) {
      log.add(new ResultLog.Entry(Result.Status.CRITICAL, "The database does not answer", e));
    }
  }
}
