package org.victimfirst.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.MultipartConfigElement;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.module.RequestGate;
import org.victimfirst.web.asset.Assets;
import org.victimfirst.web.contribution.Contributions;
import org.victimfirst.web.contribution.Gate;
import org.victimfirst.web.contribution.TimedWork;
import org.victimfirst.web.shell.Account;
import org.victimfirst.web.shell.Area;
import org.victimfirst.web.shell.CasePages;
import org.victimfirst.web.shell.Cases;
import org.victimfirst.web.shell.Dispatcher;
import org.victimfirst.web.shell.KeptPages;
import org.victimfirst.web.shell.Menu;
import org.victimfirst.web.shell.Problems;
import org.victimfirst.web.shell.Shell;
import org.victimfirst.web.shell.Skeleton;
import org.victimfirst.web.shell.Texts;
import org.victimfirst.web.shell.Today;

/** The console on a Jetty of its own, with fakes for what other bundles give. */
final class ConsoleHarness implements AutoCloseable {
  static final Duration LIMIT = Duration.ofMillis(400);
  static final int UPLOAD_MB = 8;

  final FakeSessions sessions;
  final FakeAudit audit = new FakeAudit();
  final FakeKeptForms keptForms = new FakeKeptForms();
  final Contributions contributions = new Contributions();
  final Set<String> leaving = new HashSet<>();
  final AtomicLong inside = new AtomicLong();
  final Cases cases;
  final Path uploads;
  private final AtomicLong ids = new AtomicLong();
  private final TimedWork work;
  private final Server server;

  ConsoleHarness(FakeSessions sessions, Area area, int port) throws Exception {
    this(sessions, area, port, LIMIT);
  }

  ConsoleHarness(FakeSessions sessions, Area area, int port, Duration limit) throws Exception {
    this.sessions = sessions;
    RequestGate counting =
        module -> {
          if (leaving.contains(module)) {
            return Optional.empty();
          }
          inside.incrementAndGet();
          return Optional.of(inside::decrementAndGet);
        };
    Gate gate = new Gate(counting);
    this.cases = new Cases(gate);
    this.uploads = Files.createTempDirectory("uploads");
    Clock clock = Clock.fixed(Instant.parse("2020-07-09T08:40:00Z"), ZoneId.of("Europe/London"));
    FakeCalls calls = new FakeCalls();
    this.work = new TimedWork(calls, gate);
    Assets assets = new Assets();
    Menu menu = new Menu(contributions);
    Problems problems = new Problems(contributions, clock);
    KeptPages kept = new KeptPages(keptForms);
    Shell shell =
        new Shell(
            new Account(sessions, area),
            kept,
            new Today(contributions, work, menu, clock, limit),
            new Texts(),
            area,
            sessions);
    Dispatcher dispatcher =
        new Dispatcher(
            new Dispatcher.Parts(
                sessions,
                calls,
                audit,
                gate,
                contributions,
                assets,
                shell,
                new CasePages(contributions, work, cases, problems, limit),
                cases,
                kept,
                problems,
                new Skeleton(assets, contributions, menu, area)),
            UPLOAD_MB);
    contributions.addModule(new ConsoleModule(), properties("web"));
    this.server = start(new ConsoleServlet(dispatcher, (remote, forwarded) -> remote), port);
  }

  private Server start(ConsoleServlet servlet, int port) throws Exception {
    Server jetty = new Server(port);
    ServletContextHandler handler = new ServletContextHandler();
    ServletHolder holder = new ServletHolder(servlet);
    long limit = (long) UPLOAD_MB << 20;
    holder
        .getRegistration()
        .setMultipartConfig(new MultipartConfigElement(uploads.toString(), limit, limit, 0));
    handler.addServlet(holder, "/*");
    jetty.setHandler(handler);
    jetty.start();
    return jetty;
  }

  /** Service properties of a contribution. */
  Map<String, Object> properties(String module) {
    return Map.of("victimfirst.module", module, "service.id", ids.incrementAndGet());
  }

  /** Says where cases are found. */
  void directory(CaseDirectory directory) {
    cases.setDirectory(directory, properties("cases"));
  }

  /** The address of the console. */
  String address() {
    return "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("Jetty did not stop", e);
    }
    work.close();
    Files.delete(uploads);
  }
}
