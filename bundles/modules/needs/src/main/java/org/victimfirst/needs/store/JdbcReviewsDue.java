package org.victimfirst.needs.store;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.needs.domain.ReviewsDue;

/** Asks the assessments, and {@code cases.case_fact} (SQL contract, version 1) for what is open. */
@Component
public final class JdbcReviewsDue implements ReviewsDue {
  private static final String DUE =
      "select a.case_id, a.assessed_on from needs.assessment a"
          + " join cases.case_fact c on c.case_id = a.case_id and c.closed_on is null"
          + " where a.assessor = ? and a.assessed_on <= ? and a.draft = false and a.stage <> 'end'"
          + " and not exists (select 1 from needs.assessment later where later.case_id = a.case_id"
          + " and later.draft = false and later.place > a.place)"
          + " order by a.assessed_on, a.case_id";

  private final Database database;

  /** For the platform. */
  @Activate
  public JdbcReviewsDue(@Reference(target = "(victimfirst.module=needs)") Database database) {
    this.database = database;
  }

  @Override
  public List<Due> assessedBy(String login, LocalDate lastOn) {
    return database.read(
        connection -> {
          List<Due> due = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setString(1, login);
            select.setDate(2, Date.valueOf(lastOn));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                due.add(new Due(rows.getLong(1), rows.getDate(2).toLocalDate()));
              }
            }
          }
          return due;
        });
  }
}
