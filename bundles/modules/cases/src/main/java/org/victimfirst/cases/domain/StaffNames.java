package org.victimfirst.cases.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.victimfirst.api.security.Colleagues;

/** What people read instead of a login. Who has no open account any more, keeps the login. */
public final class StaffNames {
  private final Map<String, String> names = new HashMap<>();

  private StaffNames() {}

  /** The names of all who may read cases now. */
  public static StaffNames of(Colleagues colleagues) {
    StaffNames staff = new StaffNames();
    var known = colleagues.with(CasePermissions.READ);
    Map<String, Long> alike =
        known.stream()
            .collect(Collectors.groupingBy(Colleagues.Colleague::name, Collectors.counting()));
    for (Colleagues.Colleague one : known) {
      boolean alone = alike.getOrDefault(one.name(), 1L) == 1;
      staff.names.put(
          one.login(), alone ? one.name() : "%s (%s)".formatted(one.name(), one.login()));
    }
    return staff;
  }

  /** The name of whoever has a login, or else the login. */
  public String of(String login) {
    return names.getOrDefault(login, login);
  }
}
