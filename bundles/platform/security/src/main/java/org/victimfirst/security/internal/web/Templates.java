package org.victimfirst.security.internal.web;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.function.Consumer;
import org.victimfirst.api.web.Html;

/** Runs templates by their generated method. */
final class Templates {
  private Templates() {}

  static Html html(Consumer<HtmlTemplateOutput> template) {
    return output -> template.accept(new OwaspHtmlTemplateOutput(output));
  }
}
