package org.victimfirst.testing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.persistence.EntityManagerFactory;
import org.apache.aries.jpa.template.JpaTemplate;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.event.EventHandler;
import org.victimfirst.api.event.Outbox;
import org.victimfirst.api.job.JobHandler;
import org.victimfirst.api.job.Jobs;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.References;
import org.victimfirst.persistence.event.Deliveries;
import org.victimfirst.persistence.installation.Installation;
import org.victimfirst.persistence.job.JobRunner;
import org.victimfirst.persistence.job.JobTable;
import org.victimfirst.persistence.pool.DatabaseSettings;
import org.victimfirst.persistence.pool.ModuleDatabase;
import org.victimfirst.persistence.schema.Migrations;

/**
 * A new, real database with the schemas of some modules, made by the same code as in the platform.
 * Modules are found on the class path by their header {@code VictimFirst-Schema}: the module under
 * test in {@code target/classes}, others in their jars.
 */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final DatabaseSettings settings;
  private final Installation installation;
  private final JobTable jobs;
  private final RecordedAudit audit = new RecordedAudit();
  private final List<String> modules;
  private final Map<String, ModuleDatabase> databases = new HashMap<>();
  private final Map<String, EntityManagerFactory> factories = new HashMap<>();
  private final Map<String, JpaTemplate> templates = new HashMap<>();

  private TestDatabase(DatabaseSettings settings, List<String> modules, ClassPathModules found)
      throws SQLException {
    this.settings = settings;
    this.modules = modules;
    this.installation =
        Installation.open(settings, found.migrations(Installation.PLATFORM), "test");
    this.jobs = new JobTable(installation.pool(), installation.ids());
    for (String module : modules) {
      Migrations migrations = found.migrations(module);
      installation.migrate(module, migrations, "test");
      databases.put(module, new ModuleDatabase(module, installation.pool()));
    }
  }

  /** Derby in memory. */
  public static TestDatabase derby(String... modules) {
    return open(Dialect.DERBY, modules);
  }

  /** PostgreSQL 15; the server is started once per process. */
  public static TestDatabase postgresql(String... modules) {
    return open(Dialect.POSTGRESQL, modules);
  }

  /**
   * Opens a new database.
   *
   * @param dialect the kind of database
   * @param modules the modules whose schemas are wanted, the one under test first
   */
  public static TestDatabase open(Dialect dialect, String... modules) {
    ClassPathModules found = new ClassPathModules();
    List<String> wanted = List.of(modules);
    try {
      return new TestDatabase(Masters.copy(dialect, wanted, found), wanted, found);
    } catch (SQLException e) {
      throw new IllegalStateException("The test database did not open: " + dialect, e);
    }
  }

  /** The database of the module that was named first. */
  public Database database() {
    return database(modules.get(0));
  }

  /** The database of one of the modules. */
  public Database database(String module) {
    ModuleDatabase database = databases.get(module);
    if (database == null) {
      throw new IllegalArgumentException(
          "This test database was opened for " + modules + ", not for " + module);
    }
    return database;
  }

  /** Real ids. */
  public Ids ids() {
    return installation.ids();
  }

  /** Real references. */
  public References references() {
    return installation.references();
  }

  /** The real outbox. */
  public Outbox outbox() {
    return installation.outbox();
  }

  /** Real jobs; nobody does them until {@link #runJobs}. */
  public Jobs jobs() {
    return jobs;
  }

  /** Does all waiting jobs of the handler's type, one after the other, as the platform would. */
  public void runJobs(JobHandler handler) {
    try (JobRunner runner = new JobRunner(installation.pool(), jobs)) {
      runner.add(handler);
      await(
          "SELECT COUNT(*) FROM platform.job WHERE status IN ('waiting', 'running')"
              + " AND job_type = ?",
          handler.type());
    }
  }

  /** Delivers all events that the handler has not had, as the platform would. */
  public void deliver(String module, EventHandler<?> handler) {
    try (Deliveries deliveries = new Deliveries(installation.pool())) {
      deliveries.add(module, handler);
      await("SELECT COUNT(*) FROM platform.outbox WHERE topic <> ?", "");
      await(
          "SELECT COUNT(*) FROM platform.event e JOIN platform.event_position p"
              + " ON p.topic = e.topic AND p.delivered_to < e.event_number"
              + " WHERE p.module_name = ?",
          module);
    }
  }

  /** Topics of all events that were published, in the order of publication. */
  public List<String> publishedTopics() {
    return read(
        "SELECT topic, id FROM platform.outbox WHERE topic <> ?"
            + " UNION ALL SELECT topic, id FROM platform.event ORDER BY 2",
        "");
  }

  private void await(String countOfWhatIsLeft, String argument) {
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!read(countOfWhatIsLeft, argument).equals(List.of("0"))) {
      if (System.nanoTime() > until) {
        throw new AssertionError("Not done after " + LONGEST_WAIT + ": " + countOfWhatIsLeft);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private List<String> read(String sql, String argument) {
    try {
      return installation
          .pool()
          .own(
              connection -> {
                List<String> values = new ArrayList<>();
                try (PreparedStatement select = connection.prepareStatement(sql)) {
                  select.setString(1, argument);
                  try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                      values.add(rows.getString(1));
                    }
                  }
                }
                return values;
              });
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** An audit that keeps what is recorded. */
  public RecordedAudit audit() {
    return audit;
  }

  /** The persistence by itself, for tests of the platform. */
  public Installation installation() {
    return installation;
  }

  /** The template of a persistence unit that is named like its module. */
  public JpaTemplate jpa(String unit) {
    return templates.computeIfAbsent(
        unit, name -> new PlainJpaTemplate(entityManagerFactory(name)));
  }

  /** EclipseLink on this database, for a persistence unit that is named like its module. */
  public EntityManagerFactory entityManagerFactory(String unit) {
    return factories.computeIfAbsent(unit, this::createFactory);
  }

  private EntityManagerFactory createFactory(String unit) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(PersistenceUnitProperties.NON_JTA_DATASOURCE, database(unit).dataSource());
    properties.put(PersistenceUnitProperties.TRANSACTION_TYPE, "RESOURCE_LOCAL");
    properties.put(PersistenceUnitProperties.WEAVING, "false");
    // EclipseLink keeps one session per name in the process; each test database is another.
    properties.put(PersistenceUnitProperties.SESSION_NAME, unit + '-' + NAMES.incrementAndGet());
    properties.put(PersistenceUnitProperties.LOGGING_LEVEL, "WARNING");
    @Nullable EntityManagerFactory factory =
        new PersistenceProvider().createEntityManagerFactory(unit, properties);
    if (factory == null) {
      throw new IllegalArgumentException(
          "No META-INF/persistence.xml on the class path has a unit named " + unit);
    }
    return factory;
  }

  @Override
  public void close() {
    factories.values().forEach(EntityManagerFactory::close);
    databases.values().forEach(ModuleDatabase::end);
    installation.close();
    Masters.drop(settings);
  }
}
