package org.victimfirst.persistence.event;

import org.victimfirst.api.event.Event;

/** The name under which an event's type is known in the outbox. */
final class Topic {
  private static final String OURS = "org.victimfirst.";
  private static final String API = "api.";

  private Topic() {}

  /**
   * {@code victimfirst/MODULE/RecordName}. The module is the first part of the package's name after
   * {@code org.victimfirst.api} or {@code org.victimfirst}, and the last part of any other package.
   */
  static String of(Class<? extends Event> type) {
    String name = type.getPackageName();
    String module;
    if (name.startsWith(OURS)) {
      String rest = name.substring(OURS.length());
      rest = rest.startsWith(API) ? rest.substring(API.length()) : rest;
      int dot = rest.indexOf('.');
      module = dot < 0 ? rest : rest.substring(0, dot);
    } else {
      module = name.substring(name.lastIndexOf('.') + 1);
    }
    return "victimfirst/" + module + '/' + type.getSimpleName();
  }
}
