package org.victimfirst.modules.shell;

import java.util.List;
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

/** Removes a module; its data stay. */
@Service
@NullUnmarked // the shell sets the fields
@Command(
    scope = "victimfirst",
    name = "module-remove",
    description = "Removes a module; its data stay")
public final class RemoveCommand implements Action {
  @Argument(name = "module", description = "Name, such as needs", required = true)
  private String module;

  @Option(name = "--with", description = "Further modules to remove", multiValued = true)
  private List<String> with;

  @Option(name = "--try", description = "Only say what would be done")
  private boolean dryRun;

  @Reference private ModuleManager manager;
  @Reference private Session session;

  @Override
  public @Nullable Object execute() throws InterruptedException {
    Shell.change(
        manager, session, Change.Action.REMOVE, new Shell.Request(module, null, with, dryRun));
    return null;
  }
}
