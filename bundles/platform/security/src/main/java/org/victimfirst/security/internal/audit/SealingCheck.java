package org.victimfirst.security.internal.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;

/** The audit is sealed in time. It does not check the seals: that reads everything. */
@Component(
    service = HealthCheck.class,
    property = {"hc.name=Audit", "hc.tags=victimfirst", "hc.tags=platform"})
public class SealingCheck implements HealthCheck {
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;

  /** Wired by Declarative Services. */
  @Activate
  public SealingCheck(@Reference(target = "(victimfirst.module=security)") Database database) {
    this(database, Clock.systemUTC());
  }

  SealingCheck(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Result execute() {
    Instant overdue = clock.instant().minus(AT_MOST);
    try {
      long late =
          database.read(
              connection ->
                  new AuditTable(connection)
                      .countOlder(new SealTable(connection).head().toId(), overdue));
      return late == 0
          ? new Result(Result.Status.OK, "Sealed up to the last minute")
          : new Result(Result.Status.WARN, late + " records wait for their seal");
    } catch (DatabaseException e) {
      return new Result(Result.Status.CRITICAL, "The audit cannot be read", e);
    }
  }
}
