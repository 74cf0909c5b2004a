package org.victimfirst.itests;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.victimfirst.itests.People.Person;

/** A real Chromium, and somebody at it. */
final class Browser implements AutoCloseable {
  static final String PASSWORD = "a-long-new-secret-42";

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final com.microsoft.playwright.Browser chromium =
      playwright
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(executable())
                  .setChromiumSandbox(false)
                  .setArgs(
                      List.of(
                          "--disable-gpu",
                          "--disable-quic",
                          "--no-first-run",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));
  private final List<String> complaints = new ArrayList<>();

  /** A new, empty window. What the browser complains about is kept. */
  Page window(int width) {
    return window(width, true);
  }

  /** A new, empty window, in which scripts run or not. */
  Page window(int width, boolean script) {
    Page page =
        chromium
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setJavaScriptEnabled(script))
            .newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith("http://127.0.0.1:")) {
            complaints.add("asked another host: " + request.url());
          }
        });
    return page;
  }

  /** Refusals of the content policy, requests to other hosts, errors of scripts. */
  List<String> complaints() {
    return complaints;
  }

  /** Signs in with the first password and changes it, as everybody must. */
  static void signIn(Page page, Instance instance, Person person) {
    page.navigate(instance.address() + "/sign-in");
    page.fill("[name=login]", person.login());
    page.fill("[name=password]", person.password());
    page.click("main button[type=submit]");
    page.fill("[name=old_password]", person.password());
    page.fill("[name=new_password]", PASSWORD);
    page.fill("[name=repeated_password]", PASSWORD);
    page.click("main button[type=submit]");
  }

  /** What bars somebody from the page that is shown, as far as a program can see it. */
  static List<String> barriers(Page page) {
    List<String> barriers = new ArrayList<>();
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    // The other mode opens one more window for each page; it is for frames, of which we have none.
    for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()) {
      rule.getNodes().forEach(node -> barriers.add(rule.getId() + " " + node.getHtml()));
    }
    if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")) {
      barriers.add("scrolls sideways");
    }
    if (page.locator("[style]").count() > 0) {
      barriers.add("has inline styles");
    }
    if (page.locator("h1").count() != 1) {
      barriers.add("has " + page.locator("h1").count() + " h1");
    }
    return barriers;
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path executable() {
    for (String path : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser")) {
      if (Files.exists(Path.of(path))) {
        return Path.of(path);
      }
    }
    throw new AssertionError("Chromium is not installed; ./victimfirst test installs it");
  }
}
