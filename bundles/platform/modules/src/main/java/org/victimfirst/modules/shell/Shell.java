package org.victimfirst.modules.shell;

import java.io.PrintStream;
import java.util.Set;
import org.apache.karaf.shell.api.console.Session;
import org.victimfirst.api.security.Call;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.Operation;
import org.victimfirst.modules.domain.Plan;
import org.victimfirst.modules.manager.ModuleManager;

/** What the commands have in common: a dry run, then the order, then how it ended. */
final class Shell {
  private Shell() {}

  static void change(ModuleManager manager, Session session, Change.Action action, Request request)
      throws InterruptedException {
    PrintStream console = session.getConsole();
    Change change =
        new Change(
            action,
            request.module(),
            request.version() == null ? "" : request.version(),
            request.with() == null ? Set.of() : Set.copyOf(request.with()));
    Plan plan = manager.plan(change);
    console.println(plan.summary());
    plan.install().forEach(bundle -> console.println("  install " + bundle));
    plan.update().forEach(bundle -> console.println("  update  " + bundle));
    plan.remove().forEach(bundle -> console.println("  remove  " + bundle));
    plan.refresh().forEach(bundle -> console.println("  refresh " + bundle));
    plan.refusals().forEach(console::println);
    if (request.dryRun() || !plan.allowed()) {
      return;
    }
    try {
      Operation ordered = manager.order(Call.system("shell"), change);
      console.println(manager.await(ordered).message());
    } catch (ChangeFailedException e) {
      console.println(e.getMessage());
    }
  }

  /** What was typed. */
  record Request(
      String module,
      @org.jspecify.annotations.Nullable String version,
      java.util.@org.jspecify.annotations.Nullable List<String> with,
      boolean dryRun) {}
}
