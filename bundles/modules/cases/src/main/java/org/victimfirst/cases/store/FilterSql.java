package org.victimfirst.cases.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.victimfirst.cases.domain.CaseFilter;

/** Turns a filter into conditions; every value is a parameter. */
final class FilterSql {
  private static final Map<String, String> ORDER =
      Map.of(
          CaseFilter.BY_NEXT_ACTION,
          " ORDER BY CASE WHEN c.next_action_on IS NULL THEN 1 ELSE 0 END, c.next_action_on,"
              + " c.opened_at DESC, c.id DESC",
          CaseFilter.BY_CLOSED,
          " ORDER BY c.closed_at DESC, c.id DESC",
          CaseFilter.BY_OPENED,
          " ORDER BY c.opened_at DESC, c.id DESC");

  private static final String ANSWER_IN_FORCE =
      "SELECT 1 FROM cases.contact_permission q WHERE q.person_id = c.person_id"
          + " AND q.replaced_at IS NULL AND q.ask_again_by >= ?";

  private final StringBuilder where = new StringBuilder();
  private final List<Object> values = new ArrayList<>();
  private final CaseFilter filter;

  /**
   * The conditions of a filter.
   *
   * @param validDays for how many days an answer about safe contact holds
   */
  FilterSql(CaseFilter filter, LocalDate today, int validDays) {
    this.filter = filter;
    equal("c.status", filter.status());
    equal("c.caseworker", filter.worker().equals(CaseFilter.NOBODY) ? null : filter.worker());
    if (filter.worker().equals(CaseFilter.NOBODY)) {
      add("c.caseworker = ?", "");
    }
    if (filter.supportLevel().equals(CaseFilter.NOT_SET)) {
      add("c.support_level IS NULL");
    } else {
      equal("c.support_level", filter.supportLevel());
    }
    equal("c.occurrence_type", filter.occurrenceType());
    equal("c.source", filter.source());
    equal("c.closure_outcome", filter.outcome());
    from("c.opened_at", filter.openedFrom());
    to("c.opened_at", filter.openedTo());
    from("c.closed_at", filter.closedFrom());
    to("c.closed_at", filter.closedTo());
    if (filter.due()) {
      add("c.status = 'open' AND c.next_action_on <= ?", today);
    }
    if (filter.child()) {
      add("EXISTS (SELECT 1 FROM cases.case_fact f WHERE f.case_id = c.id AND f.child = 1)");
    }
    safeContact(today, today.minusDays(validDays));
  }

  /** The tables that the conditions speak of: only safe contact asks about the person. */
  String from() {
    return filter.safeContact().isEmpty() ? " FROM cases.support_case c" : CaseSql.LINE_FROM;
  }

  /** The conditions, with {@code WHERE} where there are any. */
  String where() {
    return where.toString();
  }

  /** The order; the same for equal filters, so that pages fit together. */
  String order() {
    return ORDER.getOrDefault(filter.sort(), ORDER.getOrDefault(CaseFilter.BY_OPENED, ""));
  }

  /** The parameters, in order. */
  List<Object> values() {
    return values;
  }

  private void safeContact(LocalDate today, LocalDate toldSince) {
    if (filter.safeContact().equals(CaseFilter.WARNING)) {
      add(
          "(EXISTS ("
              + ANSWER_IN_FORCE
              + " AND q.answer = 'no')"
              + " OR (p.safe_to_leave_message = 'no' AND p.message_told_at >= ?)"
              + " OR (p.safe_to_write = 'no' AND p.write_told_at >= ?))",
          today,
          toldSince.atStartOfDay(),
          toldSince.atStartOfDay());
    } else if (filter.safeContact().equals(CaseFilter.NOTHING_ASKED)) {
      add(
          "NOT EXISTS ("
              + ANSWER_IN_FORCE
              + " AND q.answer <> 'not_asked')"
              + " AND (p.preferred_contact <> 'phone' OR p.preferred_told_at < ?)"
              + " AND (p.safe_to_leave_message NOT IN ('yes', 'no') OR p.message_told_at < ?)"
              + " AND (p.safe_to_write NOT IN ('yes', 'no') OR p.write_told_at < ?)",
          today,
          toldSince.atStartOfDay(),
          toldSince.atStartOfDay(),
          toldSince.atStartOfDay());
    }
  }

  private void equal(String column, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      add(column + " = ?", value);
    }
  }

  private void from(String column, @Nullable LocalDate day) {
    if (day != null) {
      add(column + " >= ?", day.atStartOfDay());
    }
  }

  private void to(String column, @Nullable LocalDate day) {
    if (day != null) {
      add(column + " < ?", day.plusDays(1).atStartOfDay());
    }
  }

  private void add(String condition, Object... parameters) {
    where.append(where.isEmpty() ? " WHERE " : " AND ").append(condition);
    values.addAll(List.of(parameters));
  }
}
