package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in a real browser, as caseworkers and managers use it. */
class ConsoleTest {
  private static final Browser BROWSER = new Browser();
  private static final String REPORT = "/api/v1/reporting/quarterly?from=%s&to=%s";

  @AfterAll
  static void close() {
    BROWSER.close();
  }

  /** On a desk and on a phone, on both databases, and once without any script. */
  @ParameterizedTest
  @CsvSource({"DERBY,1280,true", "POSTGRESQL,360,true", "DERBY,360,false"})
  void aCaseFromFindingItToTheReport(Store store, int width, boolean script) {
    Instance instance = Shared.on(store);
    Page page = BROWSER.window(width, script);
    Browser.signIn(page, instance, People.person(instance, "senior_caseworker"));
    String today = java.time.LocalDate.now().toString();
    long before = closed(instance, today);

    // Find it by its reference, typed without hyphens and in small letters.
    page.navigate(instance.address() + "/cases");
    String reference = page.locator("tbody th .vf-num").first().textContent().strip();
    page.fill("[name=find]", reference.replace("-", " ").toLowerCase(java.util.Locale.ROOT));
    page.click(".vf-find button");
    assertThat(page.title()).contains(reference);
    String address = page.url();
    assertThat(page.locator(".vf-safe").count()).isPositive();

    // The gate refuses what is not safe, and every word stays.
    page.navigate(address + "/contact/new");
    page.check("[name=channel][value=phone]");
    page.check("[name=result][value=voicemail_left]");
    page.fill("[name=time]", "12:01am");
    page.fill("[name=note]", "A note that stays");
    page.click("text=Save contact");
    assertThat(page.locator(".vf-gate").textContent()).contains("It has happened");
    assertThat(page.inputValue("[name=note]")).isEqualTo("A note that stays");
    assertThat(page.title()).startsWith("Error:");

    // What is safe is recorded: a call that asks.
    page.check("[name=result][value=spoke]");
    page.fill("[name=time]", "12:01am");
    page.click("text=Save contact");
    assertThat(page.locator("main").textContent()).contains("Contact recorded");

    // Needs, by keyboard alone: Tab to the next need, arrows to the level.
    page.navigate(address + "/needs/new?stage=start");
    page.selectOption("select", new com.microsoft.playwright.options.SelectOption().setIndex(1));
    page.locator(".vf-need input").first().focus();
    int needs = page.locator(".vf-need").count();
    for (int need = 0; need < needs; need++) {
      page.keyboard().press("Space");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("Tab");
    }
    assertThat(page.locator(".vf-need input:checked").count()).isEqualTo(needs).isEqualTo(10);
    page.click("text=Save start assessment");
    assertThat(page.locator("main").textContent()).contains("Assessment saved");

    // Close it with an outcome that fits, and see it counted.
    page.navigate(address + "/close");
    page.locator("[name=outcome]").first().check();
    page.click("main button:has-text('Close the case')");
    assertThat(page.locator("main").textContent()).contains("Case closed");
    assertThat(closed(instance, today)).isEqualTo(before + 1);
  }

  private static long closed(Instance instance, String day) {
    return instance
        .get(REPORT.formatted(day, day))
        .json()
        .path("sections")
        .path("headlines")
        .path("figures")
        .path("closed")
        .asLong();
  }

  @Test
  void hiddenDetailsAreNotSent() {
    Instance instance = Shared.on(Store.DERBY);
    Page page = BROWSER.window(1280);
    Browser.signIn(page, instance, People.person(instance, "caseworker"));
    page.navigate(instance.address() + "/cases");
    Locator first = page.locator("tbody th a").first();
    String name = first.textContent().strip();
    String address = first.getAttribute("href");

    page.click("text=Hide personal details");
    page.navigate(instance.address() + address);

    assertThat(page.content()).doesNotContain(name).doesNotContain("07700 900");
    assertThat(page.locator("[name=find]").count()).isZero();
  }

  @Test
  void analystsSeeNoNamesAndNoSmallCounts() {
    Instance instance = Shared.on(Store.DERBY);
    Page page = BROWSER.window(1280);
    Browser.signIn(page, instance, People.person(instance, "analyst"));

    assertThat(page.navigate(instance.address() + "/cases").status()).isEqualTo(403);
    assertThat(page.navigate(instance.address() + "/reporting/quarterly/2020-04-01").status())
        .isEqualTo(200);
    assertThat(page.locator("main a[href*='/cases?']").count()).isZero();
  }
}
