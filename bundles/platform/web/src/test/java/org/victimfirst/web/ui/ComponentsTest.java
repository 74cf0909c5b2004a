package org.victimfirst.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.Channel;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Chart;
import org.victimfirst.api.web.ui.Choice;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Levels;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Tiles;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.api.web.ui.WorkList;

/** Components of our own, and how forms keep what was typed. */
class ComponentsTest {
  private static final String EVIL = "<script>alert(\"7x\")</script>'&";

  private static SafeContact contact(State... states) {
    List<String> codes = List.of("call", "voicemail", "text", "email", "letter");
    List<Channel> channels =
        java.util.stream.IntStream.range(0, 5)
            .mapToObj(
                i -> new Channel(codes.get(i), states.length == 1 ? states[0] : states[i], ""))
            .toList();
    return new SafeContact(channels, "", null, null);
  }

  @Test
  void escapesWhateverItIsGiven() {
    List<Html> all =
        List.of(
            Govuk.link(EVIL, "/" + EVIL),
            Govuk.heading(1, "l", EVIL),
            Govuk.submit(EVIL),
            Govuk.tag(EVIL, ""),
            Govuk.successBanner(EVIL),
            Controls.input(Field.of("a", EVIL).withValue(EVIL).withHint(EVIL).withError(EVIL)),
            Controls.textarea(Field.of("a", EVIL).withValue(EVIL)),
            Controls.select(Field.of("a", EVIL), List.of(Choice.of(EVIL, EVIL))),
            Controls.radios(Field.of("a", EVIL), List.of(Choice.of(EVIL, EVIL).withHint(EVIL))),
            Govuk.table(Table.of(EVIL, EVIL).withRow(Cell.text(EVIL))),
            Vf.stack(Table.of(EVIL, EVIL, EVIL).withRow(Cell.text(EVIL), Cell.text(EVIL))),
            Vf.head(EVIL, EVIL),
            Vf.card("a", EVIL, Html.EMPTY),
            Tiles.tile(EVIL, EVIL, EVIL, EVIL),
            Tiles.absent(EVIL, EVIL),
            Vf.empty(EVIL, EVIL, Html.EMPTY),
            Vf.steps(EVIL, List.of(EVIL), 0),
            Vf.agree(EVIL, EVIL, Html.EMPTY),
            Levels.need(EVIL, EVIL, EVIL, List.of(Choice.of(EVIL, EVIL)), ""),
            WorkList.item(Link.to(EVIL, EVIL), EVIL, EVIL, EVIL, Html.EMPTY, Html.EMPTY),
            Vf.progress("p", EVIL, 1, 2),
            Vf.filterTags(List.of(Link.to(EVIL, EVIL))),
            Form.of(Map.of("a", List.of(EVIL))).error("a", EVIL).errorSummary());
    for (Html html : all) {
      assertThat(html.asString()).doesNotContain("<script").doesNotContain("\"7x\"");
    }
  }

  @Test
  void namesTheWorstStateOfSafeContact() {
    assertThat(SafeBand.band(contact(State.YES), false).asString())
        .contains("vf-safe--open")
        .contains("every way is safe");
    assertThat(SafeBand.band(contact(State.NOT_ASKED), false).asString())
        .contains("vf-safe--ask")
        .contains("nothing asked yet")
        .contains("Never asked");
    SafeContact never = contact(State.NOT_ASKED);
    LocalDate day = LocalDate.of(2020, 7, 14);
    SafeContact ended = new SafeContact(never.channels(), "", day, day.plusDays(14));
    assertThat(SafeBand.band(ended, false).asString()).contains("every answer has ended");
    assertThat(SafeBand.chips(ended).asString()).contains("Answers have ended");
    assertThat(SafeBand.band(contact(State.NO), true).asString())
        .contains("vf-safe--slim")
        .doesNotContain("vf-safe--open")
        .contains("nothing is safe");
    SafeContact mixed = contact(State.YES, State.NOT_ASKED, State.NOT_ASKED, State.YES, State.YES);
    assertThat(SafeBand.words(mixed)).isEqualTo("voicemail and text not asked");
    assertThat(SafeBand.band(mixed, false).asString())
        .doesNotContain("vf-safe--open")
        .doesNotContain("vf-safe--ask")
        .contains("Leave no message until asked");
    assertThat(SafeBand.chips(mixed).asString()).contains("Voicemail and text not asked");
  }

  @Test
  void showsAllFiveChannelsInTheirOrder() {
    String band = SafeBand.band(contact(State.NO), false).asString();
    assertThat(band)
        .containsSubsequence("Call: No", "Voicemail: No", "Text: No", "Email: No", "Letter: No");
  }

  @Test
  void keepsEveryTypedWordInARefusedForm() {
    Form form = Form.of(Map.of("note", List.of("  two\n lines "), "date", List.of("31 June 2020")));
    form.require("time", "Enter the time, like 11:20am");
    form.read("date", Words::parseDate, "Enter a date that exists, like 30 June 2020");
    form.error("date", "a second message");

    assertThat(form.sound()).isFalse();
    String summary = form.errorSummary().asString();
    assertThat(summary)
        .contains("Not saved. There are 2 problems")
        .contains("href=\"#time\"")
        .contains("Enter a date that exists")
        .doesNotContain("second message");
    assertThat(Controls.input(form.field("date", "Date")).asString())
        .contains("value=\"31 June 2020\"")
        .contains("aria-describedby=\"date-error\"")
        .contains("govuk-input--error");
    assertThat(Controls.textarea(form.field("note", "Note")).asString())
        .contains(">  two\n lines </textarea>");
    assertThat(Controls.textarea(Field.of("a", "A").withValue("\nfirst")).asString())
        .contains(">\n\nfirst</textarea>");
  }

  @Test
  void linksAnErrorToTheFirstChoice() {
    Form form = Form.empty().error("how", "Choose how");
    String radios =
        Controls.radios(
                form.field("how", "How?"),
                List.of(Choice.of("call", "Call"), Choice.of("email", "Email")))
            .asString();
    assertThat(form.errorSummary().asString()).contains("href=\"#how\"");
    assertThat(radios).contains("id=\"how\"").contains("id=\"how-2\"").doesNotContain("checked");
  }

  @Test
  void leavesPagesOutOfALongList() {
    String pages = Govuk.pagination(Pagination.of(6, 12, n -> "/cases?page=" + n)).asString();
    assertThat(pages)
        .containsSubsequence(
            "page=5", "page=1\"", "page=5", "page=6", "page=7", "page=12", "page=7");
    assertThat(pages).doesNotContain("page=3\"").contains("aria-current=\"page\"");
    assertThat(Govuk.pagination(Pagination.of(1, 1, n -> "/")).asString()).isEmpty();
  }

  private static Chart.Bars bars(int shown, boolean partOf) {
    List<Chart.Bar> bars =
        List.of(
            new Chart.Bar("Few", List.of(3L, 0L), List.of("/few", "/few-e")),
            new Chart.Bar("Many", List.of(3000L, 1000L), List.of("/many", "/many-e")),
            new Chart.Bar("Some", List.of(40L, 1L), List.of("/some", "")),
            new Chart.Bar("None", List.of(0L, 0L), List.of("/none", "/none-e")));
    return new Chart.Bars(
        "c1",
        "Finding",
        "Note",
        "Title",
        "In words",
        List.of("Closed", "Enhanced"),
        partOf,
        "Source",
        List.of("Closed", "Enhanced"),
        bars,
        shown,
        "sources",
        true);
  }

  @Test
  void drawsBarsWithTheirTableAndDrillDown() {
    String chart = Chart.bars(bars(2, true)).asString();
    assertThat(chart)
        .contains("role=\"img\" aria-labelledby=\"c1t c1d\"")
        .contains("width=\"62.00%\"")
        .contains("width=\"20.67%\"")
        .contains("3,000</tspan><tspan class=\"vf-t-soft\" dx=\"6\">(1,000)")
        .contains("2 other sources")
        .contains(
            "<a class=\"govuk-link\" href=\"/many\">3,000<span class=\"govuk-visually-hidden\"> closed, Many: show the cases</span></a>")
        .contains("3,043")
        .doesNotContain("viewBox=\"0 0 100")
        .doesNotContain("style=")
        .doesNotContain("href=\"/none\"")
        .doesNotContain("href=\"/few-e\"");
    assertThat(chart.indexOf("</svg><details")).isPositive();
  }

  @Test
  void stacksNumbersThatAreNoPartOfEachOther() {
    assertThat(Chart.bars(bars(0, false)).asString())
        .contains("4,000")
        .contains("x=\"46.50%\"")
        .doesNotContain("other sources");
  }

  @Test
  void showsChangeAndWhatIsMissing() {
    Chart.Change change =
        new Chart.Change(
            "ch",
            "Title",
            "In words",
            "Need",
            List.of("No need", "Mild", "Moderate", "Severe"),
            List.of("Start", "Review", "End"),
            List.of(
                new Chart.ChangeLine("Family", List.of(3, 2, 1), List.of("", "", "")),
                new Chart.ChangeLine("Money", List.of(1, 1, 1), List.of("", "", "")),
                new Chart.ChangeLine(
                    "Drugs, Alcohol and Other Harmful Behaviours",
                    Arrays.asList(2, null, null),
                    List.of("", "Not recorded", "Not answered yet")),
                new Chart.ChangeLine(
                    "Social Interactions",
                    Arrays.asList(null, null, null),
                    List.of("Not asked", "Not asked", "Not asked"))));
    String chart = Chart.change(change).asString();
    assertThat(chart)
        .contains("Severe to mild")
        .contains("Mild, same")
        .contains(">not answered yet<")
        .contains(">not asked<")
        .containsOnlyOnce(">\u2013</text>")
        .contains("Drugs, Alcohol and Other\u2026")
        .contains("Not recorded</td>")
        .contains("Drugs, Alcohol and Other Harmful Behaviours</th>");
  }

  @Test
  void masksWhatIsPersonal() {
    assertThat(Redaction.masked("07700 900417")).isEqualTo("07700 900\u2022\u2022\u2022");
    assertThat(Redaction.masked("ruth@example.org")).isEqualTo("r\u2022\u2022\u2022@example.org");
    assertThat(Redaction.unlessHidden(true, "Harassment").asString()).doesNotContain("Harassment");
  }

  @Test
  void marksTheStepsThatAreDone() {
    assertThat(Vf.steps("Steps", List.of("Upload", "Check", "Result"), 1).asString())
        .containsOnlyOnce("(done)")
        .containsOnlyOnce("aria-current=\"step\"");
  }
}
