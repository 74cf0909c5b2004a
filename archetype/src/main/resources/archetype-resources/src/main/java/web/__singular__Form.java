package ${package}.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import ${package}.domain.${singular};
import ${package}.domain.${singular}Details;

/** The page on which one is filled in: from what is stored to fields, and back. */
final class ${singular}Form {
  static final String DAY = "day";
  static final String NOTE = "note";
  static final String VERSION = "version";

  private final PageRequest request;
  private final long caseId;
  private final @Nullable ${singular} stored;

  /**
   * A page.
   *
   * @param stored what is stored by now, or null when it is a new one
   */
  ${singular}Form(PageRequest request, long caseId, @Nullable ${singular} stored) {
    this.request = request;
    this.caseId = caseId;
    this.stored = stored;
  }

  /** A form for a new one; the day is today. */
  static Form blank(LocalDate today) {
    return Form.empty().put(DAY, Words.date(today));
  }

  /** A form with what is stored. */
  static Form of(${singular} stored) {
    return Form.empty()
        .put(DAY, Words.date(stored.details().day()))
        .put(NOTE, stored.details().note());
  }

  /** What was typed; empty when the day cannot be read, which the form then says. */
  static Optional<${singular}Details> details(Form form) {
    form.require(DAY, "Enter the day, like 9 July 2020");
    return form.read(DAY, Words::parseDate, "Enter a day that exists, like 9 July 2020")
        .map(day -> new ${singular}Details(day, form.value(NOTE)));
  }

  /** The page with a form and, after a conflict, what is stored. */
  PageResponse.Page page(Form form, Html conflict) {
    String title = stored == null ? "New ${label.toLowerCase()}" : "Change ${label.toLowerCase()}";
    Html body =
        Template.form(
            form.errorSummary(),
            Vf.head("l", title, "", Html.EMPTY),
            conflict,
            stored == null ? Paths.add(caseId) : Paths.change(stored.id()),
            Html.all(request.csrf(), version(form, conflict)),
            fields(form),
            Govuk.buttonGroup(
                Govuk.submit("Save"), Govuk.link("Back to the case", Paths.tab(caseId))));
    return PageResponse.page(title, body).ofCase(caseId, ${module}Tab.KEY);
  }

  /** The same page while personal details are hidden: what is hidden cannot be changed. */
  PageResponse.Page hidden() {
    Html body =
        Html.all(
            Vf.head("l", "Change ${label.toLowerCase()}", "", Html.EMPTY),
            Govuk.insetText("The note is hidden. Show personal details to change it."),
            Govuk.body(Govuk.link("Back to the case", Paths.tab(caseId))));
    return PageResponse.page("Change ${label.toLowerCase()}", body).ofCase(caseId, ${module}Tab.KEY);
  }

  /** What somebody else stored while this form was being filled in. */
  Html conflict(${singular} theirs) {
    boolean hide = request.hidePersonalDetails();
    SummaryList list =
        SummaryList.empty()
            .with("Saved by", theirs.recordedByName())
            .with("Day", Words.date(theirs.details().day()))
            .with("Note", Redaction.unlessHidden(hide, theirs.details().note()));
    String next =
        hide
            ? "Show personal details and save again, so that you can compare both."
            : "Save it to put yours in place of what is stored.";
    Html content =
        Html.all(
            Govuk.body(
                "This is stored by now. What you typed is in the form below, and nothing of it is"
                    + " lost. "
                    + next),
            Govuk.summaryList(list));
    return Vf.card(Vf.Tone.WARN, "conflict", "Two versions", "s", content);
  }

  /** The version that was typed over; the newer one only when its words are on the page. */
  private Html version(Form form, Html conflict) {
    if (stored == null) {
      return Html.EMPTY;
    }
    boolean compared = conflict != Html.EMPTY && !request.hidePersonalDetails();
    String typed = compared ? "" : form.value(VERSION);
    return Forms.hidden(VERSION, typed.isEmpty() ? Integer.toString(stored.version()) : typed);
  }

  private static Html fields(Form form) {
    return Html.all(
        Controls.input(form.field(DAY, "Day").withHint("For example, 9 July 2020").withWidth(20)),
        Controls.textarea(form.field(NOTE, "Note").withoutSpellcheck()));
  }
}
