package org.victimfirst.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.victimfirst.web.shell.Area;

/** A console with a menu and the pages of needs, and a browser that looks at it. */
abstract class ConsoleTestBase {
  static final String NOTE = "She feels safer & <b>wants</b> one more call";

  final FakeSessions sessions = new FakeSessions("cases:read", "needs:read");
  ConsoleHarness console;
  Browser browser;

  @BeforeEach
  void start() throws Exception {
    console = new ConsoleHarness(sessions, new Area(), 0);
    browser = new Browser(console.address());
    console.directory(Samples.directory());
    console.contributions.addPages(NeedsPages.set(), console.properties("needs"));
    console.contributions.addNavItem(
        new Samples.Nav("Cases", "/cases", "cases:read", 100), console.properties("cases"));
    console.contributions.addNavItem(
        new Samples.Nav("Modules", "/admin/modules", "modules:manage", 900),
        console.properties("modules"));
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
  }
}
