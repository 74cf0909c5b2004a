package org.victimfirst.cases.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.security.Colleagues;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;

/** Whom a case can be given to, with how many open cases they have. */
final class Workers {
  private final CaseFiles files;
  private final Colleagues colleagues;

  Workers(CaseFiles files, Colleagues colleagues) {
    this.files = files;
    this.colleagues = colleagues;
  }

  /**
   * The choices.
   *
   * @param nobody what stands for nobody
   * @param now login of who has the case now, or an empty string
   */
  List<Choice> choices(PageRequest request, String nobody, String now) {
    String me = request.actor().login();
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of("", nobody));
    choices.add(Choice.of(me, "Me"));
    boolean listed = now.isEmpty() || now.equals(me);
    if (request.actor().may(CasePermissions.ASSIGN)) {
      Map<String, Long> open = new HashMap<>();
      files.workloads(request.call()).forEach(load -> open.put(load.login(), load.open()));
      for (Colleagues.Colleague one : colleagues.with(CasePermissions.WRITE)) {
        if (!one.login().equals(me)) {
          long cases = open.getOrDefault(one.login(), 0L);
          choices.add(
              Choice.of(
                  one.login(),
                  "%s (%s), %s"
                      .formatted(one.name(), one.login(), Words.count(cases, "case", "cases"))));
          listed |= one.login().equals(now);
        }
      }
    }
    if (!listed) {
      // Somebody of before an import, or who has left: the form must not take the case away by
      // itself.
      choices.add(Choice.of(now, now + ", as now"));
    }
    return choices;
  }
}
