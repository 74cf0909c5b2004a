package org.victimfirst.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.api.web.ui.Tiles;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.reporting.domain.Report;
import org.victimfirst.reporting.view.BlockView;
import org.victimfirst.reporting.view.ReportWords;

/** What the page of a report shows. */
public final class ReportView {
  private static final String HEADLINES = "headlines";

  private final Report report;
  private final ReportWords words;
  private final Addresses addresses;
  private final boolean smallCounts;
  private final QuarterBefore before;
  private final List<Link> neighbours;

  ReportView(
      Report report,
      Addresses addresses,
      boolean smallCounts,
      QuarterBefore before,
      List<Link> neighbours) {
    this.report = report;
    this.words = new ReportWords(report, addresses.quarter());
    this.addresses = addresses;
    this.smallCounts = smallCounts;
    this.before = before;
    this.neighbours = neighbours;
  }

  /**
   * Sections beside each other, or one alone.
   *
   * @param sections one, or two of one chart each
   */
  public record Row(List<Shown> sections) {
    /** Whether its sections stand side by side, one chart each. */
    public boolean narrow() {
      return sections.stream().allMatch(section -> section.charts().size() < 2);
    }
  }

  /** A section as it is shown. */
  public record Shown(String key, String title, List<Html> charts) {
    /** Every second chart, beginning with the first or the second. */
    public List<Html> column(int first) {
      List<Html> column = new ArrayList<>();
      for (int i = first; i < charts.size(); i += 2) {
        column.add(charts.get(i));
      }
      return column;
    }
  }

  String title() {
    return words.title();
  }

  /** Heading, context and downloads. */
  public Html head() {
    Html downloads =
        smallCounts && publishable()
            ? Html.all(download("CSV", false), download("CSV for publication", true))
            : download("CSV", false);
    return Vf.head(title(), words.context(), downloads);
  }

  /** That the days are not over yet; nothing when they are. */
  public Html unfinished() {
    return words.over() ? Html.EMPTY : Govuk.insetText(words.unfinished());
  }

  private boolean publishable() {
    return addresses.quarter() && words.over();
  }

  /** Links to the quarters before and after. */
  public List<Link> neighbours() {
    return neighbours;
  }

  private Html download(String format, boolean publication) {
    Html words = Html.all(Inline.hidden("Download "), Html.text(format));
    Html shown = publication ? words : Html.all(Html.text("Download "), Html.text(format));
    return Govuk.button(Button.link("", addresses.csv(publication)).withContent(shown).secondary());
  }

  /** Whether the figures agree. */
  public Html agreement() {
    if (!report.failing().isEmpty()) {
      return Vf.disagree("agree", words.agreement(), texts(words.failed()));
    }
    return Vf.agree(
        "All figures agree.",
        words.agreement(),
        Govuk.details("Show the checks", Govuk.bullets(texts(words.passed()))));
  }

  private static List<Html> texts(List<String> sentences) {
    return sentences.stream().map(Html::text).toList();
  }

  /** The large figures at the top. */
  public Html headline() {
    List<Html> tiles = new ArrayList<>();
    report.parts().stream()
        .filter(part -> part.key().equals(HEADLINES))
        .forEach(part -> tiles.addAll(blocks(part).tiles(tile -> before.change(part.key(), tile))));
    return tiles.isEmpty() ? Html.EMPTY : Tiles.headline(tiles);
  }

  /** The charts of the section that stands with the large figures. */
  public Shown first() {
    return shown().stream()
        .filter(section -> section.key().equals(HEADLINES))
        .findFirst()
        .orElse(new Shown(HEADLINES, "Headlines", List.of()));
  }

  /** Links to the sections. */
  public List<Link> contents() {
    return others().map(one -> Link.to(one.title(), "#" + one.key())).toList();
  }

  /** The sections, narrow ones in pairs. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<Shown> waiting = new ArrayList<>();
    for (Shown section : others().toList()) {
      if (section.charts().size() > 1) {
        flush(rows, waiting);
        rows.add(new Row(List.of(section)));
      } else {
        waiting.add(section);
        if (waiting.size() == 2) {
          flush(rows, waiting);
        }
      }
    }
    flush(rows, waiting);
    return rows;
  }

  private static void flush(List<Row> rows, List<Shown> waiting) {
    if (!waiting.isEmpty()) {
      rows.add(new Row(List.copyOf(waiting)));
      waiting.clear();
    }
  }

  private Stream<Shown> others() {
    return shown().stream().filter(section -> !section.key().equals(HEADLINES));
  }

  private List<Shown> shown() {
    List<Shown> shown = new ArrayList<>();
    for (Report.Part part : report.parts()) {
      BlockView view = blocks(part);
      List<Html> charts = part.key().equals(HEADLINES) ? view.charts() : view.all();
      if (!charts.isEmpty()) {
        shown.add(new Shown(part.key(), part.title(), charts));
      }
    }
    return shown;
  }

  /** The parts that are not there, each with the reason. */
  public List<String> absent() {
    return words.absent();
  }

  private BlockView blocks(Report.Part part) {
    return BlockView.onPage(part, filter -> addresses.cases(part.key(), filter));
  }

  /** What the reader sees of small counts. */
  public String smallCountsNote() {
    if (report.withheld()) {
      return "Counts under 5, and what would show them, are withheld.";
    }
    String seen = "You see counts under 5 because of your role. ";
    if (publishable()) {
      return seen + "The download for publication leaves them out.";
    }
    return addresses.quarter()
        ? seen + "This quarter can be published when it is over."
        : seen + "Other days than a whole quarter cannot be published.";
  }
}
