package org.victimfirst.needs.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.needs.domain.ClosedCaseFacts;
import org.victimfirst.needs.domain.NeedFact;

/** Joins the module's facts to {@code cases.case_fact}, by its SQL contract, version 1. */
@Component
public final class JdbcClosedCaseFacts implements ClosedCaseFacts {
  private static final String ENHANCED =
      "select "
          + NeedFacts.COLUMNS
          + " from cases.case_fact c join needs.need_fact f on f.case_id = c.case_id"
          + " where c.closed_on between ? and ? and c.support_level = ?";

  private static final String SAMPLED =
      "select "
          + NeedFacts.COLUMNS
          + ", s.no_change_reason, p.kind, p.id"
          + " from needs.sampled_case s"
          + " join needs.impact_sample p on p.id = s.sample_id"
          + " join cases.case_fact c on c.case_id = s.case_id"
          + " join needs.need_fact f on f.case_id = s.case_id"
          + " where c.closed_on between ? and ?"
          + " and (p.kind = 'given' or p.period_from = ? and p.period_to = ?)"
          + " order by p.id";

  @Override
  public List<NeedFact> enhanced(Connection connection, CodeBook book, LocalDate from, LocalDate to)
      throws SQLException {
    List<NeedFact> found = new ArrayList<>();
    LevelLetters letters = new LevelLetters(FactCodes.read(connection));
    try (PreparedStatement select = connection.prepareStatement(ENHANCED)) {
      select.setDate(1, Date.valueOf(from));
      select.setDate(2, Date.valueOf(to));
      select.setInt(3, book.id(FactDimension.SUPPORT_LEVEL.list(), "enhanced"));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(NeedFacts.read(rows, letters));
        }
      }
    }
    return found;
  }

  @Override
  public List<SampledCase> sampled(Connection connection, LocalDate from, LocalDate to)
      throws SQLException {
    List<SampledCase> given = new ArrayList<>();
    List<SampledCase> drawn = new ArrayList<>();
    long firstDrawn = 0;
    LevelLetters letters = new LevelLetters(FactCodes.read(connection));
    try (PreparedStatement select = connection.prepareStatement(SAMPLED)) {
      select.setDate(1, Date.valueOf(from));
      select.setDate(2, Date.valueOf(to));
      select.setDate(3, Date.valueOf(from));
      select.setDate(4, Date.valueOf(to));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          SampledCase sampled = new SampledCase(NeedFacts.read(rows, letters), rows.getString(6));
          long sample = rows.getLong(8);
          if (rows.getString(7).equals("given")) {
            given.add(sampled);
          } else if (firstDrawn == 0 || firstDrawn == sample) {
            firstDrawn = sample;
            drawn.add(sampled);
          }
        }
      }
    }
    return given.isEmpty() ? drawn : given;
  }
}
