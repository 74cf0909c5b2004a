package org.victimfirst.modules.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.manager.ModuleManager;

/** Lists modules. */
@Service
@NullUnmarked // the shell sets the fields
@Command(scope = "victimfirst", name = "modules", description = "Lists modules and areas")
public final class ModulesCommand implements Action {
  @Reference private ModuleManager manager;
  @Reference private Session session;

  @Override
  public @Nullable Object execute() {
    ShellTable table = new ShellTable();
    table.column("Module");
    table.column("Version");
    table.column("State");
    table.column("Schema");
    table.column("Health");
    table.column("File");
    for (ModuleState state : manager.modules()) {
      table
          .addRow()
          .addContent(
              state.name(),
              state.version(),
              state.phase().words(),
              state.schemaVersion(),
              state.health(),
              state.deployedFile().isEmpty() ? "" : "deploy/" + state.deployedFile());
    }
    table.print(session.getConsole());
    return null;
  }
}
