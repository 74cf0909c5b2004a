package org.victimfirst.benchmarks.limit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The figures of a period as one would count them by hand: each table of facts read once, by plain
 * JDBC, into arrays of numbers, and written as JSON by code: {@code /limit/report?from=…&to=…}.
 */
@Component(
    service = Servlet.class,
    property = {
      LimitContext.SELECT,
      "osgi.http.whiteboard.servlet.pattern=/report",
      "osgi.http.whiteboard.servlet.name=victimfirst-limit-report"
    })
public final class BarePass extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final String CLOSED_SQL =
      "SELECT source, role, occurrence_type, hate_flag, gender, age_band, ethnicity, religion,"
          + " sexual_orientation, communication_need, beat, is_repeat_victim, closure_outcome,"
          + " support_level, child, disabilities, received_day, first_contact_day, closed_day"
          + " FROM cases.case_fact WHERE closed_on BETWEEN ? AND ?";
  private static final String RECEIVED_SQL =
      "SELECT source, role, occurrence_type, hate_flag, gender, age_band, beat, is_repeat_victim,"
          + " child FROM cases.referral_fact WHERE received_on BETWEEN ? AND ?";
  private static final String NEEDS_SQL =
      "SELECT f.start_levels, f.end_levels FROM cases.case_fact c"
          + " JOIN needs.need_fact f ON f.case_id = c.case_id"
          + " WHERE c.closed_on BETWEEN ? AND ? AND c.support_level = ?";
  private static final String SAMPLE_SQL =
      "SELECT f.start_score, f.end_score FROM needs.sampled_case s"
          + " JOIN cases.case_fact c ON c.case_id = s.case_id"
          + " JOIN needs.need_fact f ON f.case_id = s.case_id"
          + " WHERE c.closed_on BETWEEN ? AND ?";
  private static final String[] CLOSED = {
    "source",
    "role",
    "occurrence_type",
    "hate_flag",
    "gender",
    "age_band",
    "ethnicity",
    "religion",
    "sexual_orientation",
    "communication_need",
    "beat",
    "is_repeat_victim",
    "closure_outcome",
    "support_level"
  };
  private static final String[] RECEIVED = {
    "source",
    "role",
    "occurrence_type",
    "hate_flag",
    "gender",
    "age_band",
    "beat",
    "is_repeat_victim"
  };
  private static final int LEVEL = CLOSED.length - 1;
  private static final int CODES = 512;
  private static final int FETCH = 2000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final transient DataSource database;

  /** On the database that the product's report reads. */
  @Activate
  public BarePass(@Reference(target = "(victimfirst.module=reporting)") DataSource database) {
    this.database = database;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    LocalDate from = LocalDate.parse(request.getParameter("from"));
    LocalDate to = LocalDate.parse(request.getParameter("to"));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Map<String, Object> figures = figures(connection, from, to);
      connection.commit();
      response.setContentType("application/json");
      response.getOutputStream().write(JSON.writeValueAsBytes(figures));
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }

  private static Map<String, Object> figures(Connection connection, LocalDate from, LocalDate to)
      throws SQLException {
    Map<String, Map<Integer, String>> codes = codes(connection);
    int enhanced =
        codes.getOrDefault("support_level", Map.of()).entrySet().stream()
            .filter(code -> code.getValue().equals("enhanced"))
            .mapToInt(Map.Entry::getKey)
            .findFirst()
            .orElse(-1);
    Map<String, Object> figures = new TreeMap<>();
    figures.put("closed", closed(connection, from, to, enhanced, codes));
    figures.put("received", received(connection, from, to, codes));
    figures.put("needs", needs(connection, from, to, enhanced));
    figures.put("sample", sample(connection, from, to));
    return figures;
  }

  private static Map<String, Map<Integer, String>> codes(Connection connection)
      throws SQLException {
    Map<String, Map<Integer, String>> codes = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT list_name, id, code FROM cases.fact_code")) {
      while (rows.next()) {
        codes
            .computeIfAbsent(rows.getString(1), list -> new HashMap<>())
            .put(rows.getInt(2), rows.getString(3));
      }
    }
    return codes;
  }

  private static Map<String, Object> closed(
      Connection connection,
      LocalDate from,
      LocalDate to,
      int enhanced,
      Map<String, Map<Integer, String>> codes)
      throws SQLException {
    // Everybody, with enhanced support, children, children with enhanced support.
    int[][][] counts = new int[CLOSED.length][CODES][4];
    int[] disabilities = new int[Long.SIZE];
    try (PreparedStatement select = connection.prepareStatement(CLOSED_SQL);
        ResultSet rows = rows(select, from, to)) {
      int[] ids = new int[CLOSED.length];
      while (rows.next()) {
        for (int i = 0; i < ids.length; i++) {
          ids[i] = rows.getInt(i + 1);
        }
        boolean child = rows.getInt(CLOSED.length + 1) != 0;
        boolean isEnhanced = ids[LEVEL] == enhanced;
        for (int i = 0; i < ids.length; i++) {
          int[] count = counts[i][ids[i]];
          count[0]++;
          count[1] += isEnhanced ? 1 : 0;
          count[2] += child ? 1 : 0;
          count[3] += child && isEnhanced ? 1 : 0;
        }
        long bits = rows.getLong(CLOSED.length + 2);
        for (; bits != 0; bits &= bits - 1) {
          disabilities[Long.numberOfTrailingZeros(bits)]++;
        }
        rows.getInt(CLOSED.length + 3);
        rows.getInt(CLOSED.length + 4);
        rows.getInt(CLOSED.length + 5);
      }
    }
    Map<String, Object> figures = named(CLOSED, counts, codes);
    figures.put("disabilities", disabilities);
    return figures;
  }

  private static Map<String, Object> received(
      Connection connection, LocalDate from, LocalDate to, Map<String, Map<Integer, String>> codes)
      throws SQLException {
    int[][][] counts = new int[RECEIVED.length][CODES][2];
    try (PreparedStatement select = connection.prepareStatement(RECEIVED_SQL);
        ResultSet rows = rows(select, from, to)) {
      while (rows.next()) {
        boolean child = rows.getInt(RECEIVED.length + 1) != 0;
        for (int i = 0; i < RECEIVED.length; i++) {
          int[] count = counts[i][rows.getInt(i + 1)];
          count[0]++;
          count[1] += child ? 1 : 0;
        }
      }
    }
    return named(RECEIVED, counts, codes);
  }

  private static Map<String, Integer> needs(
      Connection connection, LocalDate from, LocalDate to, int enhanced) throws SQLException {
    int[][][] counts = new int[2][64][128];
    try (PreparedStatement select = connection.prepareStatement(NEEDS_SQL)) {
      select.setInt(3, enhanced);
      try (ResultSet rows = rows(select, from, to)) {
        while (rows.next()) {
          for (int stage = 0; stage < 2; stage++) {
            String levels = rows.getString(stage + 1);
            for (int area = 0; levels != null && area < levels.length(); area++) {
              counts[stage][area][levels.charAt(area)]++;
            }
          }
        }
      }
    }
    Map<String, Integer> figures = new TreeMap<>();
    for (int stage = 0; stage < 2; stage++) {
      for (int area = 0; area < 64; area++) {
        for (int level = 0; level < 128; level++) {
          if (counts[stage][area][level] > 0) {
            figures.put(stage + "." + area + "." + (char) level, counts[stage][area][level]);
          }
        }
      }
    }
    return figures;
  }

  private static int[] sample(Connection connection, LocalDate from, LocalDate to)
      throws SQLException {
    int[] counts = new int[3];
    try (PreparedStatement select = connection.prepareStatement(SAMPLE_SQL);
        ResultSet rows = rows(select, from, to)) {
      while (rows.next()) {
        counts[1 + Integer.signum(rows.getInt(2) - rows.getInt(1))]++;
      }
    }
    return counts;
  }

  private static Map<String, Object> named(
      String[] columns, int[][][] counts, Map<String, Map<Integer, String>> codes) {
    Map<String, Object> figures = new TreeMap<>();
    for (int i = 0; i < columns.length; i++) {
      Map<String, int[]> byCode = new TreeMap<>();
      for (int id = 0; id < CODES; id++) {
        if (counts[i][id][0] > 0) {
          byCode.put(
              codes
                  .getOrDefault(
                      columns[i].equals("source") ? "referral_source" : columns[i], Map.of())
                  .getOrDefault(id, String.valueOf(id)),
              counts[i][id]);
        }
      }
      figures.put(columns[i], byCode);
    }
    return figures;
  }

  private static ResultSet rows(PreparedStatement select, LocalDate from, LocalDate to)
      throws SQLException {
    select.setFetchSize(FETCH);
    select.setDate(1, Date.valueOf(from));
    select.setDate(2, Date.valueOf(to));
    return select.executeQuery();
  }
}
