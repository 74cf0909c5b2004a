package org.victimfirst.security.internal.audit;

import java.time.Clock;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.security.internal.domain.AuditVerifier;

/** Checks the audit, on one connection. */
@Component
public class StoredAuditVerifier implements AuditVerifier {
  private final Database database;
  private final Clock clock;

  /** Wired by Declarative Services. */
  @Activate
  public StoredAuditVerifier(
      @Reference(target = "(victimfirst.module=security)") Database database) {
    this(database, Clock.system(ZoneId.of("Europe/London")));
  }

  StoredAuditVerifier(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Report verify() {
    return database.read(connection -> new Verification(connection, clock).run());
  }
}
