package org.victimfirst.needs.web;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.List;
import java.util.function.Consumer;
import org.victimfirst.api.web.Html;
import org.victimfirst.needs.web.template.JteassessmentFormGenerated;
import org.victimfirst.needs.web.template.JteassessmentGenerated;
import org.victimfirst.needs.web.template.JtechangesGenerated;
import org.victimfirst.needs.web.template.JteneedsTabGenerated;
import org.victimfirst.needs.web.template.JtesampleGenerated;
import org.victimfirst.needs.web.template.JtesamplesGenerated;

/** The module's templates, run by their generated methods: no reflection, no class loader. */
final class Template {
  private Template() {}

  static Html needsTab(Html actions, Html change, Html table) {
    return html(out -> JteneedsTabGenerated.render(out, null, actions, change, table));
  }

  static Html assessment(Html head, Html facts, Html answers, Html change, Html back) {
    return html(
        out -> JteassessmentGenerated.render(out, null, head, facts, answers, change, back));
  }

  static Html assessmentForm(
      Html errors,
      Html head,
      Html steps,
      Html conflict,
      String action,
      Html hidden,
      Html circumstances,
      List<Html> needs,
      String notAsked,
      Html notes,
      Html buttons,
      Html change) {
    return html(
        out ->
            JteassessmentFormGenerated.render(
                out,
                null,
                errors,
                head,
                steps,
                conflict,
                action,
                hidden,
                circumstances,
                needs,
                notAsked,
                notes,
                buttons,
                change));
  }

  static Html samples(Html errors, Html form, Html table, Html changes) {
    return html(out -> JtesamplesGenerated.render(out, null, errors, form, table, changes));
  }

  static Html sample(Html head, Html facts, String finding, Html needs, Html cases) {
    return html(out -> JtesampleGenerated.render(out, null, head, facts, finding, needs, cases));
  }

  static Html changes(Html errors, Html head, Html result, Html form, Html samples) {
    return html(out -> JtechangesGenerated.render(out, null, errors, head, result, form, samples));
  }

  private static Html html(Consumer<HtmlTemplateOutput> template) {
    return output -> template.accept(new OwaspHtmlTemplateOutput(output));
  }
}
