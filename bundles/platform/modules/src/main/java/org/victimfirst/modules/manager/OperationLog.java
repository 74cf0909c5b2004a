package org.victimfirst.modules.manager;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.Operation;
import org.victimfirst.modules.store.Holder;
import org.victimfirst.modules.store.OperationTable;
import org.victimfirst.modules.store.TurnTable;
import org.victimfirst.modules.store.WantedTable;

/** The orders and decisions, in the database, with the audit in the same transaction. */
@Component(service = OperationLog.class)
public final class OperationLog {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final String DATA_FOLDER = "victimfirst.data";
  private static final String ABANDONED = "The platform stopped before this had ended.";

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final OperationTable operations = new OperationTable();
  private final WantedTable wanted = new WantedTable();
  private final TurnTable turns;

  /** Writes to this database. */
  @Activate
  public OperationLog(
      @Reference(target = "(victimfirst.module=modules)") Database database,
      @Reference Ids ids,
      @Reference Audit audit,
      BundleContext context) {
    this(
        database, ids, audit, Holder.of(Path.of(String.valueOf(context.getProperty(DATA_FOLDER)))));
  }

  /** For a node of the caller's choice. */
  public OperationLog(Database database, Ids ids, Audit audit, Holder holder) {
    this.database = database;
    this.ids = ids;
    this.audit = audit;
    this.turns = new TurnTable(database.dialect(), holder);
  }

  /**
   * Takes an order.
   *
   * @throws ChangeFailedException while another one is open, here or on another node
   */
  public Operation order(Call call, Change change, String fromVersion, String toVersion) {
    return database.write(
        connection -> {
          turns.lock(connection);
          turns.endAbandoned(connection, LocalDateTime.now(LONDON), ABANDONED);
          List<Operation> open = operations.open(connection);
          if (!open.isEmpty()) {
            Operation other = open.get(0);
            throw new ChangeFailedException(
                "Another change is at work: "
                    + other.action().verb()
                    + " "
                    + other.module()
                    + ". Wait until it has ended.");
          }
          Operation operation =
              new Operation(
                  ids.next(),
                  change.action(),
                  change.module(),
                  fromVersion,
                  toVersion,
                  Operation.WAITING,
                  "Waiting",
                  call.actor().login(),
                  LocalDateTime.now(LONDON),
                  null);
          operations.insert(connection, operation);
          turns.hold(connection, operation.id());
          audit.record(
              connection,
              call,
              action(change, "ordered"),
              "module",
              operation.id(),
              details(operation));
          return operation;
        });
  }

  /** Says what an order is doing. */
  public void progress(long id, String message) {
    database.write(
        connection -> {
          operations.update(connection, id, Operation.RUNNING, message, null);
          return id;
        });
  }

  /** An order ended well; what was decided is remembered. */
  public void done(
      Call call,
      Operation operation,
      Change change,
      Map<String, WantedTable.Wanted> decisions,
      String message) {
    end(call, operation, change, Operation.DONE, new Outcome(message, decisions));
  }

  /** An order ended badly. */
  public void failed(Call call, Operation operation, Change change, String message) {
    failed(call, operation, change, Outcome.unchanged(message));
  }

  /** An order ended badly; what stands all the same is remembered. */
  void failed(Call call, Operation operation, Change change, Outcome outcome) {
    end(call, operation, change, Operation.FAILED, outcome);
  }

  private void end(Call call, Operation operation, Change change, String status, Outcome outcome) {
    database.write(
        connection -> {
          LocalDateTime now = LocalDateTime.now(LONDON);
          operations.update(connection, operation.id(), status, outcome.message(), now);
          for (Map.Entry<String, WantedTable.Wanted> decision : outcome.decisions().entrySet()) {
            wanted.put(connection, decision.getKey(), decision.getValue(), now);
          }
          audit.record(
              connection,
              call,
              action(change, status),
              "module",
              operation.id(),
              details(operation));
          return now;
        });
  }

  /** Says that somebody still works on an order; for as long as a lease lasts. */
  public void stillAtWork(long id) {
    database.write(
        connection -> {
          turns.hold(connection, id);
          return id;
        });
  }

  /** At the start of a node: what it left open itself is abandoned at once. */
  public void begin() {
    database.write(
        connection -> {
          turns.endLeases(connection);
          return database;
        });
    endAbandoned();
  }

  /** Ends orders of nodes that have stopped. What another node works on goes on. */
  public void endAbandoned() {
    database.write(
        connection -> {
          turns.endAbandoned(connection, LocalDateTime.now(LONDON), ABANDONED);
          return database;
        });
  }

  /** One order. */
  public Optional<Operation> find(long id) {
    return database.read(connection -> operations.find(connection, id));
  }

  /** The order that is at work, if one is. */
  public Optional<Operation> open() {
    return database.read(connection -> operations.open(connection).stream().findFirst());
  }

  /** The newest orders first. */
  public List<Operation> newest(int count) {
    return database.read(connection -> operations.newest(connection, count));
  }

  /** Remembers which file in {@code deploy/} stands for a decision. */
  void deployed(String module, String version, String file) {
    WantedTable.Wanted decision = new WantedTable.Wanted(version, true, file);
    database.write(
        connection -> {
          wanted.put(connection, module, decision, LocalDateTime.now(LONDON));
          return decision;
        });
  }

  /** What was decided about modules. */
  Map<String, WantedTable.Wanted> wanted() {
    return database.read(wanted::all);
  }

  private static String action(Change change, String what) {
    return "modules." + change.action().name().toLowerCase(java.util.Locale.ROOT) + "." + what;
  }

  private static Map<String, String> details(Operation operation) {
    return Map.of(
        "module", operation.module(),
        "from_version", operation.fromVersion(),
        "to_version", operation.toVersion());
  }
}
