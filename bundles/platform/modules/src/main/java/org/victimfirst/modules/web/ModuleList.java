package org.victimfirst.modules.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Operation;
import org.victimfirst.modules.domain.Phase;

/** The page of all modules. */
final class ModuleList {
  private static final int SHOWN_OPERATIONS = 5;

  private final List<ModuleState> modules;
  private final List<Operation> operations;
  private final boolean mayManage;

  ModuleList(List<ModuleState> modules, List<Operation> operations, boolean mayManage) {
    this.modules = modules;
    this.operations = operations;
    this.mayManage = mayManage;
  }

  Html page(Html csrf, String uploadError) {
    List<ModuleState> installed = modules.stream().filter(ModuleState::installed).toList();
    List<Html> parts = new ArrayList<>();
    parts.add(Vf.head("Modules", context(installed)));
    operations.stream().filter(operation -> !operation.ended()).forEach(o -> parts.add(atWork(o)));
    installed.stream()
        .filter(state -> state.phase() == Phase.FAILED)
        .limit(2)
        .forEach(state -> parts.add(failed(state)));
    parts.add(Govuk.heading(2, "m", "Installed"));
    parts.add(Vf.stack(installedTable(installed)));
    parts.add(Govuk.heading(2, "m", "Available"));
    parts.add(available());
    if (mayManage) {
      parts.add(upload(csrf, uploadError));
    }
    parts.add(Govuk.heading(2, "m", "Changes"));
    parts.add(changes());
    return Html.all(parts);
  }

  private static String context(List<ModuleState> installed) {
    long failed = installed.stream().filter(state -> state.phase() == Phase.FAILED).count();
    String text = installed.size() + " installed";
    return failed == 0 ? text + "." : text + ", " + failed + " of them failed.";
  }

  private static Html atWork(Operation operation) {
    return Vf.card(
        Vf.Tone.NEXT,
        "at-work",
        operation.action().verb() + ": " + operation.module(),
        "m",
        Html.all(
            Govuk.body(operation.message()),
            Govuk.body(Govuk.link("See how far it is", OperationPage.path(operation.id())))));
  }

  private static Html failed(ModuleState state) {
    return Vf.card(
        Vf.Tone.BAD,
        "failed-" + state.name(),
        state.title() + " did not start",
        "s",
        Govuk.bullets(state.findings().stream().map(Html::text).toList()));
  }

  private Table installedTable(List<ModuleState> installed) {
    List<String> columns =
        new ArrayList<>(List.of("Module", "Version", "State", "Health", "Schema"));
    if (mayManage) {
      columns.add("Actions");
    }
    Table table = Table.of("Installed modules", columns.toArray(String[]::new));
    List<List<Cell>> rows = new ArrayList<>();
    for (ModuleState state : installed) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.html(Govuk.link(state.title(), ModulesNav.PATH + "/" + state.name())));
      row.add(Cell.html(Inline.num(state.version())));
      row.add(Cell.html(tag(state.phase())));
      row.add(Cell.text(health(state)));
      row.add(Cell.html(schema(state)));
      if (mayManage) {
        row.add(Cell.html(actions(state)));
      }
      rows.add(row);
    }
    return table.withRows(rows);
  }

  private static String health(ModuleState state) {
    return state.deployedFile().isEmpty()
        ? state.health()
        : state.health() + ", from deploy/" + state.deployedFile();
  }

  static Html tag(Phase phase) {
    String colour =
        switch (phase) {
          case RUNNING -> "green";
          case FAILED -> "red";
          case AVAILABLE -> "grey";
          case STARTING, CHANGING -> "yellow";
        };
    return Govuk.tag(phase.words(), colour);
  }

  static Html schema(ModuleState state) {
    return state.schemaVersion().isEmpty()
        ? Html.text("None")
        : Inline.code(state.name().replace('-', '_') + " " + state.schemaVersion());
  }

  private static Html actions(ModuleState state) {
    String base = ModulesNav.PATH + "/" + state.name() + "/try?action=";
    List<Html> links = new ArrayList<>();
    for (String version : state.available()) {
      if (!version.equals(state.version())) {
        links.add(
            Govuk.link(
                Link.to("Update to " + version, base + "update&version=" + version)
                    .withHidden(state.title())));
        links.add(Html.text(" "));
      }
    }
    links.add(Govuk.link(Link.to("Remove", base + "remove").withHidden(state.title())));
    return Html.all(links);
  }

  private Html available() {
    List<ModuleState> available = modules.stream().filter(state -> !state.installed()).toList();
    if (available.isEmpty()) {
      return Govuk.body("Everything that this distribution has is installed.");
    }
    Table table = Table.of("Available modules", "Module", "Version", "What it is for", "Actions");
    for (ModuleState state : available) {
      String newest = state.available().get(state.available().size() - 1);
      table =
          table.withRow(
              Cell.html(Govuk.link(state.title(), ModulesNav.PATH + "/" + state.name())),
              Cell.html(Inline.num(newest)),
              Cell.text(state.purpose()),
              Cell.html(
                  Govuk.link(
                      Link.to(
                              "Try out",
                              ModulesNav.PATH
                                  + "/"
                                  + state.name()
                                  + "/try?action=install&version="
                                  + newest)
                          .withHidden(state.title()))));
    }
    return Vf.stack(table);
  }

  private static Html upload(Html csrf, String error) {
    return Forms.form(
        ModulesNav.PATH + "/kars",
        csrf,
        Map.of("enctype", "multipart/form-data"),
        Controls.fileUpload(
            Field.of("kar", "Or from a file")
                .bold()
                .withHint("A module file ends with .kar. Nothing is installed yet.")
                .withAttribute("accept", ".kar")
                .withError(error)),
        Govuk.button(Button.submit("Try out").secondary()));
  }

  private Html changes() {
    if (operations.isEmpty()) {
      return Govuk.body("No module has been changed yet.");
    }
    Table table = Table.of("Newest changes", "Change", "When", "By", "How it ended");
    for (Operation operation : operations.stream().limit(SHOWN_OPERATIONS).toList()) {
      table =
          table.withRow(
              Cell.html(
                  Govuk.link(
                      operation.action().verb() + " " + operation.module(),
                      OperationPage.path(operation.id()))),
              Cell.html(Words.time(operation.requestedAt())),
              Cell.text(operation.requestedBy()),
              Cell.text(operation.message()));
    }
    return Vf.stack(table);
  }
}
