package org.victimfirst.web;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;

/** Remembers what was recorded. */
final class FakeAudit implements Audit {
  final List<String> actions = new CopyOnWriteArrayList<>();

  @Override
  public void record(
      Connection connection,
      Call call,
      String action,
      String subjectType,
      long subjectId,
      Map<String, String> details) {
    actions.add(action);
  }

  @Override
  public void record(
      Call call, String action, String subjectType, long subjectId, Map<String, String> details) {
    actions.add(action + " " + details);
  }
}
