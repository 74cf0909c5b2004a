package ${package}.web;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.function.Consumer;
import org.victimfirst.api.web.Html;
import ${package}.web.template.JteformGenerated;
import ${package}.web.template.JtelistGenerated;

/** The module's templates, run by their generated methods: no reflection, no class loader. */
final class Template {
  private Template() {}

  static Html form(
      Html errors,
      Html head,
      Html conflict,
      String action,
      Html hidden,
      Html fields,
      Html buttons) {
    return html(
        out ->
            JteformGenerated.render(
                out, null, errors, head, conflict, action, hidden, fields, buttons));
  }

  static Html list(Html head, Html items, Html pages) {
    return html(out -> JtelistGenerated.render(out, null, head, items, pages));
  }

  private static Html html(Consumer<HtmlTemplateOutput> template) {
    return output -> template.accept(new OwaspHtmlTemplateOutput(output));
  }
}
