package org.victimfirst.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.UploadedFile;
import org.victimfirst.intake.testkit.Messy;
import org.victimfirst.intake.testkit.TestIntake;
import org.victimfirst.testing.TestRequest;

/** What people see of imports. */
class IntakePagesDbTest {
  private static final String IMPORT = "/intake/imports/{id:[0-9]+}";

  @TempDir private Path data = Path.of("");
  private AutoCloseable open = () -> {};

  private TestIntake intake() {
    return (TestIntake) open;
  }

  @BeforeEach
  void open() {
    open = TestIntake.open(Dialect.DERBY, data).withLoaders();
  }

  @AfterEach
  void close() throws Exception {
    open.close();
  }

  private PageResponse ask(String method, String path, PageRequest request) throws Exception {
    IntakePages pages = new IntakePages(intake().imports(), intake().reception(), intake().jobs());
    Route route =
        pages.routes().stream()
            .filter(each -> each.method().equals(method) && each.path().equals(path))
            .findFirst()
            .orElseThrow();
    assertThat(route.permission()).startsWith("intake:");
    return route.handler().answer(request);
  }

  private PageResponse.Page page(String path, PageRequest request) throws Exception {
    return (PageResponse.Page) ask("GET", path, request);
  }

  private static TestRequest asked() {
    return TestRequest.by(TestIntake.CALL);
  }

  private static TestRequest asked(long importId) {
    return asked().at("id", importId);
  }

  private static String text(PageResponse.Page page) {
    return page.body().asString();
  }

  @Test
  void withoutImportsTheListSaysWhatWillBeThere() throws Exception {
    String html = text(page("/intake", asked()));

    assertThat(html).contains("No imports yet", "href=\"/intake/imports/new\"");
    assertThat(html).startsWith("<div class=\"vf-head\"><div><h1");
  }

  @Test
  void theUploadAsksForFilesAndKeepsToItsToken() throws Exception {
    String html = text(page("/intake/imports/new", asked()));

    assertThat(html)
        .contains(
            "enctype=\"multipart/form-data\"",
            "type=\"file\"",
            "multiple=\"multiple\"",
            "name=\"_csrf\"",
            "action=\"/intake/imports\"",
            "aria-current=\"step\"");
  }

  @Test
  void anUploadWithoutFilesIsRefusedAtItsField() throws Exception {
    PageResponse.Page refused =
        (PageResponse.Page) ask("POST", "/intake/imports", asked().sending());

    assertThat(refused.status()).isEqualTo(422);
    assertThat(text(refused))
        .contains(
            "govuk-error-summary",
            "href=\"#file\"",
            "Choose a zip or CSV files, such as referrals.csv");
  }

  @Test
  void anUploadWithNothingToImportIsRefusedInWords() throws Exception {
    PageResponse.Page refused =
        (PageResponse.Page)
            ask("POST", "/intake/imports", asked().sending(new Sent("notes.txt", "x")));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(text(refused)).contains("None of the files is a file of the extract");
  }

  @Test
  void progressAndResultAreAtOneAddress() throws Exception {
    PageResponse.Redirect sent =
        (PageResponse.Redirect)
            ask(
                "POST",
                "/intake/imports",
                asked()
                    .sending(
                        new Sent("cases.csv", all("cases.csv")),
                        new Sent("referrals.csv", all("referrals.csv")),
                        new Sent("vps.csv", all("vps.csv"))));
    assertThat(sent.path()).matches("/intake/imports/[0-9]+");
    long importId = Long.parseLong(sent.path().replaceAll(".*/", ""));

    PageResponse.Page waiting = page(IMPORT, asked(importId));
    assertThat(waiting.title()).isEqualTo("Importing");
    assertThat(text(waiting))
        .contains("Waiting to begin", "Show the progress now", "<progress", "role=\"status\"")
        .doesNotContain("http-equiv");

    intake().run(importId);
    PageResponse.Page done = page(IMPORT, asked(importId));
    assertThat(done.title()).isEqualTo("Import result");
    assertThat(text(done))
        .contains(
            "rows added",
            "The counts agree.",
            "by Marek Stone",
            "It waits for the module that takes vps.csv.",
            "line 106",
            "See all problems",
            "Showing 10 of ")
        .doesNotContain("&amp;lt;", "carrier_pigeon");
    String list = text(page("/intake", asked()));
    assertThat(list).contains("/intake/imports/" + importId, "Marek Stone", "Done");
    assertThat(text(page("/intake", asked().asking("page", "9999"))))
        .as("past the end: the last page")
        .isEqualTo(list);
  }

  private static String all(String name) throws Exception {
    try (InputStream in = Messy.open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void problemsAreFilteredAndPaged() throws Exception {
    long importId = intake().send("referrals.csv").importId();
    intake().run(importId);

    String all = text(page(IMPORT + "/problems", asked(importId)));
    assertThat(all).contains("problems.", "Apply filters", "govuk-table");
    String problem = "invalid_date";
    assertThat(
            text(
                page(
                    IMPORT + "/problems",
                    asked(importId).asking("code", problem).asking("page", "9999"))))
        .as("past the end: the last page")
        .contains("govuk-table", "line 106")
        .doesNotContain("No problem fits");
    String reported =
        text(page(IMPORT + "/problems", asked(importId).asking("severity", "reported")));
    assertThat(reported)
        .contains("Change filters (1 in use)", "windows_1252", "remove this filter")
        .doesNotContain("too_few_cells</span>");
    String none = text(page(IMPORT + "/problems", asked(importId).asking("code", "no_such")));
    assertThat(none).contains("No problem fits these filters");
  }

  @Test
  void problemsAreDownloadedAsCsv() throws Exception {
    long importId = intake().send("referrals.csv").importId();
    intake().run(importId);

    PageResponse.File file =
        (PageResponse.File) ask("GET", IMPORT + "/problems.csv", asked(importId));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.content().to(out);

    assertThat(file.contentType()).isEqualTo("text/csv; charset=utf-8");
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .startsWith("file,record,line,key,column,code,severity,sentence")
        .anyMatch(
            line ->
                line.startsWith(
                    "referrals.csv,105,106,R90000011,received_at,invalid_date,rejected,"));
  }

  @Test
  void anImportThatBrokeOffCanGoOn() throws Exception {
    long importId = intake().send("cases.csv").importId();
    intake().progress().failed(importId, intake().jobOf(importId), "The database refused.");

    PageResponse.Page failed = page(IMPORT, asked(importId));
    assertThat(failed.title()).isEqualTo("Import broke off");
    assertThat(text(failed)).contains("The database refused.", "Go on with the import");
    assertThat(ask("POST", IMPORT + "/again", asked(importId)))
        .isEqualTo(new PageResponse.Redirect("/intake/imports/" + importId, "The import goes on."));
    assertThat(page(IMPORT, asked(importId)).title()).isEqualTo("Importing");
  }

  @Test
  void theTileCountsTheRowsToLookAt() throws Exception {
    ProblemsTile tile = new ProblemsTile(intake().imports());
    assertThat(tile.tile(TestIntake.CALL)).isEmpty();

    long importId = intake().send("referrals.csv").importId();
    intake().run(importId);

    assertThat(tile.tile(TestIntake.CALL))
        .hasValueSatisfying(
            shown -> {
              assertThat(shown.title()).isEqualTo("Import rows to look at");
              assertThat(Integer.parseInt(shown.figure())).isPositive();
              assertThat(shown.note()).hasSizeLessThanOrEqualTo(40);
              assertThat(shown.path()).endsWith("/problems");
            });
    assertThat(new IntakeNav().label()).isEqualTo("Referrals");
    assertThat((DashboardTile) tile).isNotNull();
  }

  private record Sent(String name, String content) implements UploadedFile {
    @Override
    public long size() {
      return content.length();
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
