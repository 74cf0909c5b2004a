package org.victimfirst.modules.web;

import java.util.ArrayList;
import java.util.List;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.modules.domain.ModuleState;

/** The page of one module, and the one on which its data are deleted. */
final class ModulePage {
  private ModulePage() {}

  static Html page(ModuleState state, boolean mayManage, boolean mayPurge) {
    String base = ModulesNav.PATH + "/" + state.name();
    SummaryList facts =
        SummaryList.empty()
            .with("State", ModuleList.tag(state.phase()))
            .with("Version", state.installed() ? state.version() : "Not installed")
            .with("Health", state.health())
            .with("Schema", ModuleList.schema(state))
            .with("Versions here", String.join(", ", state.available()));
    if (!state.deployedFile().isEmpty()) {
      facts =
          facts.with(
              "Installed from", "deploy/" + state.deployedFile() + ": deleting it removes it");
    }
    List<Html> parts = new ArrayList<>();
    parts.add(Govuk.backLink("Modules", ModulesNav.PATH));
    parts.add(Vf.head(state.title(), state.purpose()));
    parts.add(Govuk.summaryList(facts));
    if (!state.findings().isEmpty()) {
      parts.add(Govuk.heading(2, "m", "What is known"));
      parts.add(Govuk.bullets(state.findings().stream().map(Html::text).toList()));
    }
    if (mayManage) {
      parts.add(
          state.installed()
              ? Govuk.body(Govuk.link("Remove " + state.title(), base + "/try?action=remove"))
              : Govuk.linkButton("Try out", base + "/try?action=install"));
    }
    if (mayPurge && !state.installed() && !state.schemaVersion().isEmpty()) {
      parts.add(Govuk.body(Govuk.link("Delete the data of " + state.title(), base + "/purge")));
    }
    return Html.all(parts);
  }

  static Html purge(ModuleState state, Form form, Html csrf) {
    return Html.all(
        Govuk.backLink(state.title(), ModulesNav.PATH + "/" + state.name()),
        form.errorSummary("Not deleted. There is 1 problem"),
        Vf.head("Delete the data of " + state.title(), ""),
        Govuk.warningText(
            Html.text(
                "All data of this module are deleted for good. Only a backup brings them back.")),
        Forms.form(
            ModulesNav.PATH + "/" + state.name() + "/purge",
            csrf,
            Controls.input(
                form.field("confirm", "Type " + state.name() + " to confirm")
                    .withWidth(20)
                    .withAutocomplete("off")
                    .withoutSpellcheck()),
            Govuk.buttonGroup(
                Govuk.button(Button.submit("Delete data").warning()),
                Govuk.link("Cancel", ModulesNav.PATH + "/" + state.name()))));
  }
}
