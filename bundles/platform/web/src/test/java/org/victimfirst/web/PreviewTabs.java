package org.victimfirst.web;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.victimfirst.api.cases.TimelineEntry;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Chart;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Levels;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Moj;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Vf;

/** The tabs of the invented case of {@link Preview}. */
final class PreviewTabs {
  private static final List<String> LEVELS = List.of("No need", "Mild", "Moderate", "Severe");

  private PreviewTabs() {}

  static List<TimelineEntry> timeline() {
    return List.of(
        new TimelineEntry(
            LocalDateTime.of(2020, 7, 7, 11, 20),
            "Call, no answer",
            "Priya Nair",
            "No message left.",
            ""),
        new TimelineEntry(
            LocalDateTime.of(2020, 6, 16, 8, 0),
            "Referral received",
            "Leicestershire Police",
            "Harassment.",
            "/cases/4417"));
  }

  static Html overview() {
    Html next =
        Vf.card(
            Vf.Tone.NEXT,
            "next",
            "Next: second contact attempt",
            "m",
            Html.all(
                Govuk.body("Today, 9 July 2020, between 10am and 2pm."),
                Govuk.buttonGroup(
                    Govuk.linkButton("Record a contact", "/cases/4417/contact"),
                    Govuk.link("Change the next action", "/cases/4417"))));
    Html facts =
        Vf.section(
            "facts",
            "Key facts",
            Govuk.summaryList(
                SummaryList.empty()
                    .with("Crime", "Harassment")
                    .with(
                        "Phone",
                        Redaction.mask(Redaction.masked("07700 900417")),
                        Link.to("Show", "/cases/4417").withHidden("the phone number"))
                    .with("Area", Redaction.withheld())));
    return Html.all(
        Html.markup("<h1 class=\"govuk-visually-hidden\">Overview</h1>"),
        Vf.columns(
            Html.all(next, Vf.section("recent", "Latest", Moj.timeline(timeline()))),
            Html.all(
                facts,
                Vf.card(
                    "agreed",
                    "What she has agreed to",
                    Govuk.list("govuk-list", List.of(Html.text("Support: yes, 18 June 2020")))))));
  }

  static Html contact(PageRequest request) {
    Form form =
        Form.empty()
            .put("result", "voicemail")
            .put("date", "9 July 2020")
            .put("note", "Called at the start.");
    form.error("result", "Voicemail is not safe");
    form.error("time", "Enter the time of the contact, like 11:20am");
    Html gate =
        SafeBand.gate(
            "gate",
            List.of(
                Html.text("No message was left: choose \u201cNo answer, no message left\u201d"),
                Html.all(
                    Html.text("A message has been left: "),
                    Govuk.link("record a safe-contact incident", "/"))));
    return Vf.twoThirds(
        Html.all(
            form.errorSummary(),
            Govuk.heading(1, "l", "Record a contact"),
            Forms.form(
                "/cases/4417/contact",
                request.csrf(),
                Controls.radios(
                    form.field("how", "How?")
                        .withValue("call")
                        .withClasses("govuk-radios--inline govuk-radios--small"),
                    List.of(
                        Choice.of("call", "Call"),
                        Choice.of("email", "Email"),
                        Choice.of("person", "In person"))),
                Controls.radios(
                    form.field("result", "What happened?").small("radios").withAfter(gate),
                    List.of(
                        Choice.of("spoke", "Spoke with her"),
                        Choice.of("none", "No answer, no message left"),
                        Choice.of("voicemail", "Left a voicemail"))),
                Controls.input(
                    form.field("date", "Date")
                        .bold()
                        .withHint("For example, 9 July 2020 or 9/7/2020")
                        .withWidth(10)),
                Controls.input(form.field("time", "Time").bold().withWidth(5)),
                Controls.textarea(
                    form.field("note", "Note (optional)")
                        .bold()
                        .withHint("Facts only. She may ask to read it.")
                        .withRows(3)),
                Govuk.buttonGroup(Govuk.submit("Save"), Govuk.link("Cancel", "/cases/4417")))));
  }

  static Html needs(PageRequest request) {
    List<Choice> levels = new ArrayList<>();
    LEVELS.forEach(level -> levels.add(Choice.of(level, level)));
    levels.add(Choice.of("not_recorded", "Not recorded"));
    List<Html> needs =
        List.of(
            Levels.need("safety", "Personal Safety", "Start: Severe", levels, "Moderate"),
            Levels.need("health", "Mental and Physical Health", "Start: Moderate", levels, "Mild"),
            Levels.need(
                "harm",
                "Drugs, Alcohol and Other Harmful Behaviours",
                "Start: No need",
                levels,
                ""));
    Html chart =
        Chart.change(
            new Chart.Change(
                "chg",
                "Level of each need at the start and at the review",
                "Two of three needs are lower.",
                "Need",
                LEVELS,
                List.of("Start, 18 June 2020", "Review, 9 July 2020"),
                List.of(
                    new Chart.ChangeLine("Personal Safety", List.of(3, 2), List.of("", "")),
                    new Chart.ChangeLine(
                        "Mental and Physical Health", List.of(2, 1), List.of("", "")),
                    new Chart.ChangeLine(
                        "Drugs, Alcohol and Other Harmful Behaviours",
                        Arrays.asList(0, null),
                        List.of("", "Not answered yet")))));
    return Html.all(
        Vf.head("l", "Needs assessment: review", "2 of 3 answered.", Html.EMPTY),
        Vf.steps("Stages", List.of("Start, 18 June 2020", "Review, 9 July 2020", "End"), 1),
        Forms.form(
            "/cases/4417/needs",
            request.csrf(),
            Html.all(needs),
            Govuk.buttonGroup(
                Govuk.submit("Save review"),
                Govuk.button(Button.submit("Save and finish later").secondary()))),
        Vf.section("change", "Change since the start", chart));
  }
}
