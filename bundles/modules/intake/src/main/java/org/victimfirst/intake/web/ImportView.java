package org.victimfirst.intake.web;

import java.util.List;
import org.victimfirst.api.job.JobState;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Tiles;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Problem;

/**
 * One import: its progress, or its result.
 *
 * @param head the import
 * @param importFiles its files
 * @param firstProblems the first of its problems
 * @param problemCount how many there are
 * @param job what its job says of itself
 * @param mayImport whether the reader may start it again
 * @param csrf the token of the form for that
 */
public record ImportView(
    ImportHead head,
    List<ImportFile> importFiles,
    List<Problem> firstProblems,
    long problemCount,
    List<JobState> job,
    boolean mayImport,
    Html csrf) {

  /** Title of the page. */
  String title() {
    if (head.status() == ImportStatus.FAILED) {
      return "Import broke off";
    }
    if (head.status().ended()) {
      return "Import result";
    }
    return rows() == 0 ? "Importing" : "Importing, " + read() * 100 / rows() + "% done";
  }

  /** Address of the page. */
  public String address() {
    return "/intake/imports/" + head.id();
  }

  /** Rows of all files; none while some are not counted yet. */
  private long rows() {
    boolean counted =
        head.status().ended()
            || importFiles.stream().noneMatch(file -> file.status() == FileStatus.WAITING);
    return !counted ? 0 : importFiles.stream().mapToLong(ImportFile::records).sum();
  }

  private long read() {
    return importFiles.stream().mapToLong(ImportFile::read).sum();
  }

  private Counts counts() {
    return importFiles.stream().map(ImportFile::counts).reduce(Counts.NONE, Counts::plus);
  }

  /** Where am I. */
  public Html steps() {
    return Vf.steps("Steps", UploadView.STEPS, head.status().ended() ? 2 : 1);
  }

  /** Heading while it is at work. */
  public String progressHeading() {
    if (head.status() == ImportStatus.WAITING) {
      return "Waiting to begin";
    }
    return rows() == 0 || read() == 0 ? "Checking the files" : "Loading the files";
  }

  /** Who sent it and when. */
  public String context() {
    StringBuilder words =
        new StringBuilder("Received ")
            .append(Words.dateTime(head.receivedAt()))
            .append(", by ")
            .append(head.receivedBy())
            .append('.');
    if (head.extractDate() != null) {
      words
          .append(" The extract was made on ")
          .append(Words.date(head.extractDate()))
          .append(head.extractDateFrom().equals("manifest") ? "." : " at the latest.");
    }
    String took = Labels.took(head);
    if (!took.isEmpty()) {
      words.append(" It took ").append(took).append('.');
    }
    return words.toString();
  }

  /** The bar of the progress. */
  public Html bar() {
    String label =
        rows() == 0
            ? "The files are being checked"
            : Words.number(read()) + " of " + Words.number(rows()) + " rows read";
    return Vf.progress("bar", label, read(), rows());
  }

  /** What is known so far. */
  public String soFar() {
    String now = job.stream().map(JobState::message).findFirst().orElse("");
    return (now.isEmpty() ? "" : now + ". ")
        + Words.count(problemCount, "problem", "problems")
        + " so far. Choose “Show the progress now” to see the newest count.";
  }

  /** Head of the result. */
  public Html resultHead() {
    String heading =
        head.status() == ImportStatus.FAILED
            ? "The import broke off"
            : Words.count(counts().added(), "row", "rows") + " added";
    return Vf.head(heading, context());
  }

  /** Why it broke off, and what can be done. */
  public Html failure() {
    if (head.status() != ImportStatus.FAILED) {
      return Html.EMPTY;
    }
    Html again =
        mayImport && head.filesDeletedAt() == null
            ? Forms.form(address() + "/again", csrf, Govuk.submit("Go on with the import"))
            : Html.EMPTY;
    return Vf.card(
        Vf.Tone.BAD,
        "failure",
        "What happened",
        "m",
        Html.all(
            Govuk.body(head.message()),
            Govuk.body("What was loaded stays. It goes on with the next row."),
            again));
  }

  /** The sums. */
  public Html sums() {
    Counts counts = counts();
    return Tiles.sums(
        List.of(
            Tiles.sum(Words.number(rows()), "rows in the files"),
            Tiles.sum(Words.number(counts.added()), "added"),
            Tiles.sum(Words.number(counts.unchanged()), "here already"),
            Tiles.sum(Words.number(counts.rejected()), "left out"),
            Tiles.sum(Words.number(counts.reported()), "taken, to check")));
  }

  /** Whether every row is accounted for. */
  public Html agreement() {
    if (head.status() != ImportStatus.DONE) {
      return Html.EMPTY;
    }
    List<Html> failing =
        importFiles.stream()
            .filter(file -> !file.countsAgree())
            .map(
                file ->
                    Html.text(
                        file.name()
                            + ": "
                            + Words.number(file.read())
                            + " rows were read, and "
                            + Words.number(file.counts().read())
                            + " are accounted for"))
            .toList();
    if (!failing.isEmpty()) {
      return Vf.disagree("disagree", "The counts do not agree", failing);
    }
    Counts counts = counts();
    return Vf.agree(
        "The counts agree.",
        Words.number(counts.added())
            + " added, "
            + Words.number(counts.unchanged())
            + " here already and "
            + Words.number(counts.rejected())
            + " left out make the "
            + Words.number(read())
            + " rows that were read.",
        Html.EMPTY);
  }

  /** The first problems, and the way to the others. */
  public Html problems() {
    if (problemCount == 0) {
      return Vf.section("problems", "Problems", Govuk.body("No row has a problem."));
    }
    return Vf.section(
        "problems",
        "Problems (" + Words.number(problemCount) + ")",
        Html.all(
            Govuk.body(
                "Correct these rows and send the files again. A row that is here already is not"
                    + " taken twice."),
            ProblemTable.of(firstProblems),
            showing(),
            Govuk.buttonGroup(
                Govuk.linkButton("See all problems", address() + "/problems"),
                Govuk.button(
                    Button.link("Download the problems (CSV)", address() + "/problems.csv")
                        .secondary()))));
  }

  private Html showing() {
    return Html.all(
        Html.markup("<p class=\"govuk-body vf-soft\">"),
        Html.text("Showing " + firstProblems.size() + " of " + Words.number(problemCount) + "."),
        Html.markup("</p>"));
  }

  /** The files. */
  public Html files() {
    return Vf.section(
        "files",
        "Files",
        Vf.stack(
            Table.of(
                    "Files of this import",
                    "File",
                    "State",
                    "Rows",
                    "Added",
                    "Here already",
                    "Left out",
                    "To check")
                .withNumbersFrom(2)
                .withRows(importFiles.stream().map(this::row).toList())));
  }

  private List<Cell> row(ImportFile file) {
    Html state =
        file.reason().isEmpty()
            ? Labels.of(file.status())
            : Html.all(Labels.of(file.status()), Html.markup("<br>"), Inline.soft(file.reason()));
    Counts counts = file.counts();
    return List.of(
        Cell.html(Inline.code(file.name())),
        Cell.html(state),
        Cell.number(file.records()),
        Cell.number(counts.added()),
        Cell.number(counts.unchanged()),
        drill(file, counts.rejected(), "rejected", "left out"),
        drill(file, counts.reported(), "reported", "to check"));
  }

  private Cell drill(ImportFile file, long count, String severity, String words) {
    return Cell.drill(
        count,
        ProblemsView.address(head.id(), file.name(), "", severity, 1),
        words + ", " + file.name() + ": show the rows");
  }

  /** Until when the files are kept. */
  public String kept() {
    if (head.filesDeletedAt() != null) {
      return "The files were deleted on "
          + Words.date(head.filesDeletedAt().toLocalDate())
          + ", because they hold personal details.";
    }
    return head.keptUntil() == null
        ? ""
        : "The files are kept until "
            + Words.date(head.keptUntil())
            + " and then deleted, because they hold personal details.";
  }
}
