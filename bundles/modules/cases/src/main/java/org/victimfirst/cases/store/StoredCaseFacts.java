package org.victimfirst.cases.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.victimfirst.api.cases.CaseFact;
import org.victimfirst.api.cases.CaseFacts;
import org.victimfirst.api.cases.CodeBook;
import org.victimfirst.api.cases.FactDimension;
import org.victimfirst.api.cases.ReferralFact;
import org.victimfirst.api.module.VictimFirstModule;

/** Reads the facts of a period: one select, forward only, one object for all rows. */
@Component
@VictimFirstModule(module = "cases")
public final class StoredCaseFacts implements CaseFacts {
  private static final int FETCH = 2000;
  private static final FactDimension[] ALL = FactDimension.values();
  private static final FactDimension[] ON_REFERRAL =
      Arrays.stream(ALL).filter(FactDimension::onReferral).toArray(FactDimension[]::new);

  private static final String CLOSED =
      "SELECT case_id, child, disabilities, received_day, first_contact_day, closed_day, "
          + columns(ALL)
          + " FROM cases.case_fact WHERE closed_on BETWEEN ? AND ?";
  private static final String RECEIVED =
      "SELECT referral_id, child, "
          + columns(ON_REFERRAL)
          + " FROM cases.referral_fact WHERE received_on BETWEEN ? AND ?";

  private static String columns(FactDimension[] dimensions) {
    return Arrays.stream(dimensions).map(FactDimension::column).collect(Collectors.joining(", "));
  }

  @Override
  public CodeBook codeBook(Connection connection) throws SQLException {
    Map<String, List<String>> lists = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT list_name, id, code FROM cases.fact_code ORDER BY list_name, id");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        List<String> codes = lists.computeIfAbsent(rows.getString(1), list -> new ArrayList<>());
        while (codes.size() < rows.getInt(2)) {
          codes.add("");
        }
        codes.add(rows.getString(3));
      }
    }
    return new Book(lists);
  }

  @Override
  public void closed(Connection connection, LocalDate from, LocalDate to, Consumer<CaseFact> each)
      throws SQLException {
    ClosedCase fact = new ClosedCase(enhanced(connection));
    try (PreparedStatement select = prepare(connection, CLOSED, from, to);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        fact.read(rows);
        each.accept(fact);
      }
    }
  }

  @Override
  public void received(
      Connection connection, LocalDate from, LocalDate to, Consumer<ReferralFact> each)
      throws SQLException {
    try (PreparedStatement select = prepare(connection, RECEIVED, from, to);
        ResultSet rows = select.executeQuery()) {
      ReceivedReferral fact = new ReceivedReferral();
      while (rows.next()) {
        fact.read(rows);
        each.accept(fact);
      }
    }
  }

  /** The number of the level "enhanced", or -1 while no fact has it. */
  private static int enhanced(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id FROM cases.fact_code WHERE list_name = ? AND code = 'enhanced'")) {
      select.setString(1, FactDimension.SUPPORT_LEVEL.list());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : -1;
      }
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, LocalDate from, LocalDate to) throws SQLException {
    PreparedStatement select =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    select.setFetchSize(FETCH);
    select.setDate(1, Date.valueOf(from));
    select.setDate(2, Date.valueOf(to));
    return select;
  }

  private static final class ClosedCase implements CaseFact {
    private final int[] ids = new int[ALL.length];
    private final int enhancedId;
    private long caseId;
    private boolean child;
    private long disabilities;
    private int receivedDay;
    private int firstContactDay;
    private int closedDay;

    ClosedCase(int enhancedId) {
      this.enhancedId = enhancedId;
    }

    void read(ResultSet row) throws SQLException {
      caseId = row.getLong(1);
      child = row.getInt(2) != 0;
      disabilities = row.getLong(3);
      receivedDay = row.getInt(4);
      firstContactDay = row.getInt(5);
      firstContactDay = row.wasNull() ? Integer.MIN_VALUE : firstContactDay;
      closedDay = row.getInt(6);
      closedDay = row.wasNull() ? Integer.MIN_VALUE : closedDay;
      for (int i = 0; i < ids.length; i++) {
        ids[i] = row.getInt(7 + i);
      }
    }

    @Override
    public long caseId() {
      return caseId;
    }

    @Override
    public int id(FactDimension dimension) {
      return ids[dimension.ordinal()];
    }

    @Override
    public boolean enhanced() {
      return ids[FactDimension.SUPPORT_LEVEL.ordinal()] == enhancedId;
    }

    @Override
    public boolean child() {
      return child;
    }

    @Override
    public long disabilities() {
      return disabilities;
    }

    @Override
    public int receivedDay() {
      return receivedDay;
    }

    @Override
    public int firstContactDay() {
      return firstContactDay;
    }

    @Override
    public int closedDay() {
      return closedDay;
    }
  }

  private static final class ReceivedReferral implements ReferralFact {
    private final int[] ids = new int[ALL.length];
    private long referralId;
    private boolean child;

    void read(ResultSet row) throws SQLException {
      referralId = row.getLong(1);
      child = row.getInt(2) != 0;
      for (int i = 0; i < ON_REFERRAL.length; i++) {
        ids[ON_REFERRAL[i].ordinal()] = row.getInt(3 + i);
      }
    }

    @Override
    public long referralId() {
      return referralId;
    }

    @Override
    public int id(FactDimension dimension) {
      return ids[dimension.ordinal()];
    }

    @Override
    public boolean child() {
      return child;
    }
  }
}
