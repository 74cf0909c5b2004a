package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files are chosen and sent by a real browser. All their rows are refused, so that the figures of
 * the instance stay as they are for the other tests.
 */
class UploadTest {
  private static final Browser BROWSER = new Browser();
  private static final Path MESSY = Extracts.messy().folder();

  @TempDir private Path folder = Path.of("");

  @AfterAll
  static void close() {
    BROWSER.close();
  }

  @Test
  void filesAreChosenSentAndTheirProblemsShown() throws IOException {
    Path referrals = refused("referrals.csv", "invalid_date", 2);
    Path cases = refused("cases.csv", "orphan", 1);
    Page page = signedIn();

    page.click("nav a[href='/intake']");
    page.click("text=Import files");
    page.locator("input[type=file]").setInputFiles(new Path[] {referrals, cases});
    page.click("text=Upload and import");
    result(page);

    assertThat(page.locator("h1").textContent()).isEqualTo("0 rows added");
    assertThat(page.locator("main").textContent()).contains("referrals.csv", "cases.csv");
    page.locator("main a[href*='/problems']").first().click();
    assertThat(page.url()).contains("/intake/imports/", "/problems");
    assertThat(page.locator("main").textContent())
        .contains("3 problems", "referrals.csv", "cases.csv", "received_at", "Left out");
    assertThat(BROWSER.complaints()).isEmpty();
  }

  @Test
  void aZipIsTakenToo() throws IOException {
    Path zip = folder.resolve("extract.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      packed.putNextEntry(new ZipEntry("referrals.csv"));
      Files.copy(refused("referrals.csv", "unknown_code", 1), packed);
    }
    Page page = signedIn();

    page.navigate(Shared.on(Store.DERBY).address() + "/intake/imports/new");
    page.locator("input[type=file]").setInputFiles(zip);
    page.click("text=Upload and import");
    result(page);

    assertThat(page.locator("h1").textContent()).isEqualTo("0 rows added");
    assertThat(page.locator("main").textContent()).contains("referrals.csv", "left out");
  }

  private static Page signedIn() {
    Instance instance = Shared.on(Store.DERBY);
    Page page = BROWSER.window(1280);
    Browser.signIn(page, instance, People.person(instance, "triage_worker"));
    return page;
  }

  /** Asks for the progress until there is a result. */
  private static void result(Page page) {
    assertThat(page.url()).matches(".*/intake/imports/\\d+");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              if (page.locator("text=Show the progress now").count() > 0) {
                page.reload();
              }
              return page.locator("h1").textContent().contains("added");
            });
  }

  /**
   * A file with the header and the first rows of the messy extract that are refused for a fault.
   */
  private Path refused(String name, String code, int rows) throws IOException {
    List<String> all = Files.readAllLines(MESSY.resolve(name), StandardCharsets.ISO_8859_1);
    List<String> kept = new ArrayList<>(List.of(all.get(0)));
    for (JsonNode row : Extracts.read(MESSY.resolve("messy_expected.json")).get("rows")) {
      boolean wanted =
          row.path("file").asText().equals(name)
              && row.path("code").asText().equals(code)
              && row.path("expect").asText().equals("reject");
      if (wanted && kept.size() <= rows) {
        kept.add(all.get(row.path("line").asInt() - 1));
      }
    }
    assertThat(kept).hasSize(rows + 1);
    return Files.write(folder.resolve(name), kept);
  }
}
