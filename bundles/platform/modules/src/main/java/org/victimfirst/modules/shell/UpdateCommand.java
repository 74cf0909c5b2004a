package org.victimfirst.modules.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.manager.ModuleManager;

/** Brings a module to another version. */
@Service
@NullUnmarked // the shell sets the fields
@Command(
    scope = "victimfirst",
    name = "module-update",
    description = "Brings a module to another version")
public final class UpdateCommand implements Action {
  @Argument(name = "module", description = "Name, such as needs", required = true)
  private String module;

  @Option(name = "--version", description = "Which version; the newest without it")
  private String version;

  @Option(name = "--try", description = "Only say what would be done")
  private boolean dryRun;

  @Reference private ModuleManager manager;
  @Reference private Session session;

  @Override
  public @Nullable Object execute() throws InterruptedException {
    Shell.change(
        manager, session, Change.Action.UPDATE, new Shell.Request(module, version, null, dryRun));
    return null;
  }
}
