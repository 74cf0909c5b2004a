package ${package}.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import ${package}.domain.${singular};
import ${package}.domain.${singular}Details;
import ${package}.domain.${singular}Store;

/** Statements on {@code ${schema}.case_${snake}}; every value is a parameter. */
@Component
public final class Jdbc${singular}Store implements ${singular}Store {
  private static final String SELECT =
      "SELECT id, case_id, noted_on, note, recorded_at, recorded_by, recorded_by_name, version"
          + " FROM ${schema}.case_${snake}";
  private static final String COUNT = "SELECT COUNT(*) FROM ${schema}.case_${snake}";
  private static final String OF_CASE = " WHERE case_id = ?";
  private static final String BY_LOGIN = " WHERE recorded_by = ?";
  private static final String NEWEST_FIRST = " ORDER BY noted_on DESC, id DESC";
  private static final String PAGE = NEWEST_FIRST + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";
  private static final String INSERT =
      "INSERT INTO ${schema}.case_${snake} (noted_on, note, recorded_at, recorded_by,"
          + " recorded_by_name, version, case_id, id) VALUES (?, ?, ?, ?, ?, 1, ?, ?)";
  private static final String UPDATE =
      "UPDATE ${schema}.case_${snake} SET noted_on = ?, note = ?, recorded_at = ?, recorded_by = ?,"
          + " recorded_by_name = ?, version = version + 1 WHERE id = ? AND version = ?";
  private static final String ERASE = "DELETE FROM ${schema}.case_${snake} WHERE case_id = ?";

  private final Database database;
  private final Ids ids;
  private final Audit audit;

  /** For the platform. */
  @Activate
  public Jdbc${singular}Store(
      @Reference(target = "(victimfirst.module=${name})") Database database,
      @Reference Ids ids,
      @Reference Audit audit) {
    this.database = database;
    this.ids = ids;
    this.audit = audit;
  }

  @Override
  public Paged<${singular}> ofCase(long caseId, int page, int size) {
    return database.read(
        connection -> {
          try (PreparedStatement count = connection.prepareStatement(COUNT + OF_CASE);
              PreparedStatement select = connection.prepareStatement(SELECT + OF_CASE + PAGE)) {
            count.setLong(1, caseId);
            select.setLong(1, caseId);
            return paged(count, select, page, size);
          }
        });
  }

  @Override
  public Paged<${singular}> recordedBy(String login, int page, int size) {
    return database.read(
        connection -> {
          try (PreparedStatement count = connection.prepareStatement(COUNT + BY_LOGIN);
              PreparedStatement select = connection.prepareStatement(SELECT + BY_LOGIN + PAGE)) {
            count.setString(1, login);
            select.setString(1, login);
            return paged(count, select, page, size);
          }
        });
  }

  @Override
  public Optional<${singular}> find(long id) {
    return database.read(connection -> find(connection, id));
  }

  @Override
  public ${singular} add(Call call, ${singular} one) {
    long id = ids.next();
    return database.write(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            set(insert, one);
            insert.setLong(6, one.caseId());
            insert.setLong(7, id);
            insert.executeUpdate();
          }
          return recorded(connection, call, "${name}.${snake}.recorded", id);
        });
  }

  @Override
  public ${singular} change(Call call, ${singular} one) {
    return database.write(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            set(update, one);
            update.setLong(6, one.id());
            update.setInt(7, one.version());
            if (update.executeUpdate() == 0) {
              throw new StaleVersionException("${label}", one.id());
            }
          }
          return recorded(connection, call, "${name}.${snake}.corrected", one.id());
        });
  }

  @Override
  public List<${singular}> all(Connection connection, long caseId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + OF_CASE + NEWEST_FIRST)) {
      select.setLong(1, caseId);
      return rows(select);
    }
  }

  @Override
  public int erase(Connection connection, long caseId) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(ERASE)) {
      delete.setLong(1, caseId);
      return delete.executeUpdate();
    }
  }

  /** Writes the audit in the same transaction, and gives what is stored now. */
  private ${singular} recorded(Connection connection, Call call, String action, long id)
      throws SQLException {
    ${singular} stored = find(connection, id).orElseThrow();
    Map<String, String> details = Map.of("case_id", Long.toString(stored.caseId()));
    audit.record(connection, call, action, "${schema}_${snake}", id, details);
    return stored;
  }

  private static Optional<${singular}> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + " WHERE id = ?")) {
      select.setLong(1, id);
      return rows(select).stream().findFirst();
    }
  }

  private static Paged<${singular}> paged(
      PreparedStatement count, PreparedStatement select, int page, int size) throws SQLException {
    select.setInt(2, Paged.offset(page, size));
    select.setInt(3, size);
    try (ResultSet total = count.executeQuery()) {
      total.next();
      return new Paged<>(rows(select), page, size, total.getLong(1));
    }
  }

  private static void set(PreparedStatement statement, ${singular} one) throws SQLException {
    statement.setDate(1, Date.valueOf(one.details().day()));
    statement.setString(2, one.details().note());
    statement.setTimestamp(3, Timestamp.valueOf(one.recordedAt()));
    statement.setString(4, one.recordedBy());
    statement.setString(5, one.recordedByName());
  }

  private static List<${singular}> rows(PreparedStatement select) throws SQLException {
    List<${singular}> all = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        all.add(
            new ${singular}(
                rows.getLong(1),
                rows.getLong(2),
                new ${singular}Details(rows.getDate(3).toLocalDate(), rows.getString(4)),
                rows.getTimestamp(5).toLocalDateTime(),
                rows.getString(6),
                rows.getString(7),
                rows.getInt(8)));
      }
    }
    return all;
  }
}
