package org.victimfirst.itests;

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
