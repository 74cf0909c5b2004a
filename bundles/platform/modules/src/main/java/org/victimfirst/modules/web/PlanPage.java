package org.victimfirst.modules.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.modules.domain.BundleName;
import org.victimfirst.modules.domain.Change;
import org.victimfirst.modules.domain.ModuleState;
import org.victimfirst.modules.domain.Plan;

/** The page of a dry run. */
final class PlanPage {
  private PlanPage() {}

  static Html page(
      ModuleState state, Plan plan, Set<String> dependents, boolean mayManage, Html csrf) {
    Change.Action action = plan.change().action();
    String what = (state.title() + " " + plan.version()).strip();
    List<Html> content = new ArrayList<>();
    if (plan.allowed()) {
      content.add(
          Govuk.body(
              Html.all(
                  Html.markup("<strong>"),
                  Html.text(plan.summary()),
                  Html.markup("</strong>"),
                  Html.text(others(plan) + " Nothing has been changed yet."))));
    } else {
      content.add(Govuk.body("This will not be done:"));
      content.add(Govuk.bullets(plan.refusals().stream().map(Html::text).toList()));
    }
    if (action == Change.Action.REMOVE && !plan.change().with().containsAll(dependents)) {
      content.add(Govuk.body(removeAll(state, dependents)));
    }
    content.add(Govuk.summaryList(facts(state, plan)));
    if (plan.allowed() && mayManage) {
      content.add(form(state, plan, csrf));
    } else {
      content.add(Govuk.body(Govuk.link("Back to modules", ModulesNav.PATH)));
    }
    Vf.Tone tone = plan.allowed() ? Vf.Tone.NEXT : Vf.Tone.BAD;
    String heading = action == Change.Action.REMOVE ? "Remove: " + what : "Try out: " + what;
    return Html.all(
        Govuk.backLink("Modules", ModulesNav.PATH),
        Vf.head(action.verb() + " " + state.title(), state.purpose()),
        Vf.card(tone, "dry", heading, "m", Html.all(content)));
  }

  /** What the change means for those who work elsewhere. */
  private static String others(Plan plan) {
    return plan.refresh().isEmpty()
        ? " Nobody else is disturbed."
        : " The bundles under Refreshes are touched too: who works with them may be disturbed.";
  }

  private static Html removeAll(ModuleState state, Set<String> dependents) {
    StringBuilder address =
        new StringBuilder(ModulesNav.PATH)
            .append('/')
            .append(state.name())
            .append("/try?action=remove");
    dependents.forEach(name -> address.append("&with=").append(name));
    return Govuk.link(
        "Try out removing " + String.join(", ", dependents) + " as well", address.toString());
  }

  private static SummaryList facts(ModuleState state, Plan plan) {
    SummaryList facts = SummaryList.empty();
    facts = bundles(facts, "Installs", plan.install());
    facts = bundles(facts, "Updates", plan.update());
    facts = bundles(facts, "Starts", plan.start());
    facts = bundles(facts, "Stops", plan.stop());
    facts = bundles(facts, "Removes", plan.remove());
    facts = bundles(facts, "Refreshes", plan.refresh());
    if (!plan.adds().isEmpty()) {
      facts = facts.with("Adds", String.join(", ", plan.adds()));
    }
    if (plan.change().action() == Change.Action.REMOVE) {
      return facts.with(
          "Its data",
          state.schemaVersion().isEmpty()
              ? "It has none"
              : "Stay, and are there again when it returns");
    }
    return facts.with("Tables", plan.schema());
  }

  private static SummaryList bundles(SummaryList facts, String key, List<BundleName> bundles) {
    if (bundles.isEmpty()) {
      return facts;
    }
    return facts.with(
        key,
        Govuk.list(
            "govuk-list", bundles.stream().map(bundle -> Inline.code(bundle.toString())).toList()));
  }

  private static Html form(ModuleState state, Plan plan, Html csrf) {
    Change change = plan.change();
    boolean removing = change.action() == Change.Action.REMOVE;
    Button button = Button.submit(change.action().verb());
    return Forms.form(
        ModulesNav.PATH + "/" + state.name() + "/" + path(change),
        csrf,
        Forms.hidden("version", plan.version()),
        withModules(change.with()),
        Govuk.buttonGroup(
            Govuk.button(removing ? button.warning() : button),
            Govuk.link("Cancel", ModulesNav.PATH)));
  }

  private static String path(Change change) {
    return change.action().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Html withModules(Set<String> names) {
    return Html.all(names.stream().map(name -> Forms.hidden("with", name)).toList());
  }
}
