package org.victimfirst.web.shell;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.function.Consumer;
import org.victimfirst.api.web.Html;

/** Runs jte templates by their generated method: no reflection, no class loader, no file. */
final class Templates {
  private Templates() {}

  static Html html(Consumer<HtmlTemplateOutput> template) {
    return output -> template.accept(new OwaspHtmlTemplateOutput(output));
  }
}
