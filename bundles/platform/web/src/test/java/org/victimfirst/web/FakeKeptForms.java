package org.victimfirst.web;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.victimfirst.web.kept.KeptForm;
import org.victimfirst.web.kept.KeptForms;

/** Kept forms in memory. */
final class FakeKeptForms implements KeptForms {
  private record Row(String login, KeptForm form) {}

  private final Map<String, Row> rows = new ConcurrentHashMap<>();

  @Override
  public Optional<String> keep(String login, KeptForm form) {
    if (!form.mayBeKept()) {
      return Optional.empty();
    }
    String token = "token" + rows.size();
    rows.put(token, new Row(login, form));
    return Optional.of(token);
  }

  @Override
  public Optional<KeptForm> find(String token, String login) {
    return Optional.ofNullable(rows.get(token))
        .filter(row -> row.login().equals(login))
        .map(Row::form);
  }

  @Override
  public void forget(String token) {
    rows.remove(token);
  }

  int size() {
    return rows.size();
  }
}
