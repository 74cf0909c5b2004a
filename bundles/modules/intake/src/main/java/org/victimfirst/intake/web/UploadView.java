package org.victimfirst.intake.web;

import java.util.List;
import java.util.Map;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.ImportHead;

/**
 * The page on which files are sent.
 *
 * @param sent what is wrong with what was sent
 * @param csrf the form's token
 * @param latest the newest imports
 * @param totals what became of their rows
 */
public record UploadView(Form sent, Html csrf, List<ImportHead> latest, Map<Long, Counts> totals) {
  /** The steps of an import. */
  static final List<String> STEPS = List.of("Upload", "Check and load", "Result");

  /** What is wrong. */
  public Html errors() {
    return sent.errorSummary("Not imported. There is 1 problem");
  }

  /** Where am I. */
  public Html steps() {
    return Vf.steps("Steps", STEPS, 0);
  }

  /** The form. */
  public Html form() {
    Field file =
        sent.field("file", "Files")
            .bold()
            .withHint(
                "One zip with the files, or the CSV files themselves. They keep the names of the"
                    + " export, such as referrals.csv. The first row has the names of the columns.")
            .withAttribute("multiple", "multiple")
            .withAttribute("accept", ".csv,.zip,.json,text/csv,application/zip");
    return Forms.form(
        "/intake/imports",
        csrf,
        Map.of("enctype", "multipart/form-data"),
        Controls.fileUpload(file),
        Govuk.submit("Upload and import"));
  }

  /** The newest imports. */
  public Html last() {
    if (latest.isEmpty()) {
      return Html.EMPTY;
    }
    return Vf.card(
        "last",
        "Last imports",
        Govuk.list("govuk-list govuk-list--spaced", latest.stream().map(this::item).toList()));
  }

  private Html item(ImportHead head) {
    Counts counts = totals.getOrDefault(head.id(), Counts.NONE);
    return Html.all(
        Govuk.link(Words.dateTime(head.receivedAt()), "/intake/imports/" + head.id()),
        Html.markup("<br>"),
        Inline.soft(
            Words.number(counts.added())
                + " added, "
                + Words.number(counts.rejected())
                + " left out"));
  }
}
