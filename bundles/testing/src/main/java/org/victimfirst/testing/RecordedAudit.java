package org.victimfirst.testing;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;

/** Keeps what was recorded, whether or not its transaction was committed, and writes nothing. */
public final class RecordedAudit implements Audit {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void record(
      Connection connection,
      Call call,
      String action,
      String subjectType,
      long subjectId,
      Map<String, String> details) {
    entries.add(new Entry(true, call, action, subjectType, subjectId, Map.copyOf(details)));
  }

  @Override
  public void record(
      Call call, String action, String subjectType, long subjectId, Map<String, String> details) {
    entries.add(new Entry(false, call, action, subjectType, subjectId, Map.copyOf(details)));
  }

  /** What was recorded, in order. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The actions that were recorded, in order. */
  public List<String> actions() {
    return entries.stream().map(Entry::action).toList();
  }

  /**
   * One record.
   *
   * @param inTransaction whether it was made in the caller's transaction
   */
  public record Entry(
      boolean inTransaction,
      Call call,
      String action,
      String subjectType,
      long subjectId,
      Map<String, String> details) {}
}
