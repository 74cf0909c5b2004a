package org.victimfirst.intake.imports;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.DatabaseException;

/** Lets the databases of the modules count their rows anew after an import. */
@Component(service = Statistics.class)
public final class Statistics {
  private static final Logger LOG = LoggerFactory.getLogger(Statistics.class);

  private final List<Database> databases = new CopyOnWriteArrayList<>();

  /** A module's database arrives. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addDatabase(Database database) {
    databases.add(database);
  }

  /** A module's database leaves. */
  public void removeDatabase(Database database) {
    databases.remove(database);
  }

  /** Refreshes the statistics of some modules. Without them queries are slow, but right. */
  void refresh(Collection<String> modules) {
    for (Database database : databases) {
      if (modules.contains(database.module())) {
        try {
          database.refreshStatistics();
        } catch (DatabaseException e) {
          LOG.warn("The statistics of {} were not refreshed", database.module(), e);
        }
      }
    }
  }
}
