package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.cases.ReferralDirectory;
import org.victimfirst.api.cases.ReferralSummary;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.cases.domain.CasePermissions;

/** Finds referrals for other modules, each with its case. */
@Component
@VictimFirstModule(module = "cases")
public final class StoredReferralDirectory implements ReferralDirectory {
  /** As many as {@link #SELECT} has marks; the last id is repeated. */
  private static final int CHUNK = 50;

  private static final String TEN = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

  private static final String SELECT =
      "SELECT r.id, r.received_at, r.first_name, r.last_name, i.occurrence_type, r.source, c.id,"
          + " c.reference FROM cases.referral r JOIN cases.incident i ON i.id = r.incident_id"
          + " LEFT JOIN cases.support_case c ON c.referral_id = r.id WHERE r.id IN ("
          + TEN
          + ", "
          + TEN
          + ", "
          + TEN
          + ", "
          + TEN
          + ", "
          + TEN
          + ")";

  private final Database database;
  private final Audit audit;

  @Activate
  public StoredReferralDirectory(
      @Reference(target = "(victimfirst.module=cases)") Database database, @Reference Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public List<ReferralSummary> find(Call call, Collection<Long> referralIds) {
    if (!call.actor().may(CasePermissions.READ) || referralIds.isEmpty()) {
      return List.of();
    }
    List<Long> wanted = new ArrayList<>(referralIds);
    Map<Long, ReferralSummary> found = new HashMap<>();
    database.read(
        connection -> {
          for (int from = 0; from < wanted.size(); from += CHUNK) {
            read(connection, wanted.subList(from, Math.min(from + CHUNK, wanted.size())), found);
          }
          return found;
        });
    audit.record(
        call, "cases.referrals.looked-up", "referral", 0, Shown.of("referrals", found.keySet()));
    return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private static void read(Connection connection, List<Long> ids, Map<Long, ReferralSummary> found)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      for (int i = 0; i < CHUNK; i++) {
        select.setLong(i + 1, ids.get(Math.min(i, ids.size() - 1)));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String reference = row.getString(8);
          ReferralSummary summary =
              new ReferralSummary(
                  row.getLong(1),
                  Rows.timeThere(row, "received_at"),
                  (row.getString(3) + " " + row.getString(4)).strip(),
                  row.getString(5),
                  row.getString(6),
                  row.getLong(7),
                  reference == null ? "" : reference);
          found.put(summary.id(), summary);
        }
      }
    }
  }
}
