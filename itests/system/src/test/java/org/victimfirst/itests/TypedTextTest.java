package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.victimfirst.itests.People.Person;

/** What somebody typed is never lost: not to a colleague who was faster, not to a long lunch. */
class TypedTextTest {
  private static final Browser BROWSER = new Browser();
  private static final String NOTE = "She sleeps badly since the letter came";

  @AfterAll
  static void close() {
    BROWSER.close();
  }

  @ParameterizedTest
  @EnumSource(Store.class)
  void aConflictShowsBothVersions(Store store) {
    Instance instance = Shared.on(store);
    Page first = BROWSER.window(1280);
    Browser.signIn(first, instance, People.person(instance, "senior_caseworker"));
    String place = assessment(first, instance);
    Page second = BROWSER.window(1280);
    Browser.signIn(second, instance, People.person(instance, "senior_caseworker"));
    first.navigate(place);
    second.navigate(place);

    open(second);
    second.locator("main form textarea").first().fill("The colleague's words");
    second.click("main form button[type=submit]");
    open(first);
    first.locator("main form textarea").first().fill(NOTE);
    first.click("main form button[type=submit]");

    assertThat(first.locator("main").textContent())
        .contains("Two versions", "The colleague's words");
    assertThat(first.locator("main form textarea").first().inputValue()).isEqualTo(NOTE);
  }

  /** On PostgreSQL only: there the test can make the session old, and need not wait for hours. */
  @Test
  void anEndedSessionKeepsTheForm() throws SQLException, IOException {
    Instance instance = Shared.on(Store.POSTGRESQL);
    Person person = People.person(instance, "senior_caseworker");
    Page page = BROWSER.window(1280);
    Browser.signIn(page, instance, person);
    String needs = withoutAssessment(page, instance);
    page.selectOption("[name=contactMode]", new SelectOption().setIndex(1));
    Map<String, String> chosen = chooseLevels(page);
    open(page);
    page.locator("main form textarea").last().fill(NOTE);
    endSessions(instance);

    page.click("text=Save start assessment");
    assertThat(page.url()).contains("/sign-in");
    page.fill("[name=login]", person.login());
    page.fill("[name=password]", Browser.PASSWORD);
    page.click("main button[type=submit]");
    assertThat(page.locator("main").textContent()).contains(NOTE, "nothing has been saved yet");
    page.click("text=Send it again");

    assertThat(page.url()).isEqualTo(needs);
    page.locator("main table a[href*='/needs/assessments/']").first().click();
    page.navigate(page.url() + "/edit");
    open(page);
    assertThat(chosen(page)).hasSize(10).isEqualTo(chosen);
    assertThat(page.locator("main form textarea").last().inputValue()).isEqualTo(NOTE);
    assertThat(page.locator("[name=contactMode]").inputValue()).isNotEmpty();
  }

  /**
   * Opens the form of the first assessment of a case that has none, and gives the address of the
   * case's needs. The first and the last open case are other tests'.
   */
  private static String withoutAssessment(Page page, Instance instance) {
    page.navigate(instance.address() + "/cases?status=open");
    List<String> open = new ArrayList<>();
    for (Locator link : page.locator("tbody th a").all()) {
      open.add(instance.address() + link.getAttribute("href") + "/needs");
    }
    for (String needs : open.subList(1, open.size() - 1)) {
      page.navigate(needs + "/new?stage=start");
      if (page.url().contains("/needs/new")) {
        return needs;
      }
    }
    throw new AssertionError("Every open case has a start assessment: " + open);
  }

  /** Chooses a level of each need, not the same of all. */
  private static Map<String, String> chooseLevels(Page page) {
    int level = 0;
    for (Locator need : page.locator(".vf-need").all()) {
      List<Locator> levels = need.locator("input").all();
      levels.get(level++ % levels.size()).check();
    }
    return chosen(page);
  }

  private static Map<String, String> chosen(Page page) {
    Map<String, String> chosen = new TreeMap<>();
    for (Locator level : page.locator(".vf-need input:checked").all()) {
      chosen.put(level.getAttribute("name"), level.inputValue());
    }
    return chosen;
  }

  private static void endSessions(Instance instance) throws SQLException, IOException {
    Properties database = new Properties();
    Path settings = instance.data().resolve("etc/org.victimfirst.database.cfg");
    try (InputStream in = Files.newInputStream(settings)) {
      database.load(in);
    }
    try (Connection connection =
            DriverManager.getConnection(database.getProperty("url"), database);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE security.web_session SET last_used = last_used - 86400000");
    }
  }

  private static void open(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
  }

  /** Makes an assessment of an open case, and gives the address where it is changed. */
  private static String assessment(Page page, Instance instance) {
    page.navigate(instance.address() + "/cases?status=open");
    // Not the first one: other tests of this instance begin there.
    String open = page.locator("tbody th a").last().getAttribute("href");
    page.navigate(instance.address() + open + "/needs/new?stage=start");
    page.selectOption("select", new SelectOption().setIndex(1));
    page.locator(".vf-need input").first().check();
    page.click("text=Save start assessment");
    String saved = page.locator("main a[href*='/needs/assessments/']").first().getAttribute("href");
    return instance.address() + saved.replace("/edit", "") + "/edit";
  }
}
