package org.victimfirst.web;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Dictionary;
import java.util.Map;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.victimfirst.api.security.Audit;
import org.victimfirst.security.Calls;
import org.victimfirst.security.Origins;
import org.victimfirst.security.Sessions;
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

/** Puts the console together and opens its door. */
@Component(
    immediate = true,
    service = {},
    configurationPid = "org.victimfirst.web")
@Designate(ocd = Console.Settings.class)
public final class Console {
  private static final String WHITEBOARD = "osgi.http.whiteboard.servlet.";

  /** Settings, PID {@code org.victimfirst.web}. */
  @ObjectClassDefinition(name = "Victim First console")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Settings {
    /** Largest form with files, in MB. */
    @AttributeDefinition(name = "Largest upload in MB")
    int upload_limit_mb() default 200;

    /** Seconds that a tile of Today may take. */
    @AttributeDefinition(name = "Seconds for a tile")
    int tile_seconds() default 2;

    /** Seconds that a tab of a case may take. */
    @AttributeDefinition(name = "Seconds for a tab")
    int tab_seconds() default 5;
  }

  private final TimedWork work;
  private final ServiceRegistration<Servlet> registration;

  @Activate
  public Console(
      BundleContext context,
      Settings settings,
      @Reference Sessions sessions,
      @Reference Calls calls,
      @Reference Origins origins,
      @Reference Audit audit,
      @Reference Contributions contributions,
      @Reference Gate gate,
      @Reference Cases cases,
      @Reference Area area,
      @Reference KeptPages kept,
      @Reference Texts texts)
      throws IOException {
    Clock clock = Clock.system(ZoneId.of("Europe/London"));
    Assets assets = new Assets();
    this.work = new TimedWork(calls, gate);
    Menu menu = new Menu(contributions);
    Problems problems = new Problems(contributions, clock);
    Today today =
        new Today(contributions, work, menu, clock, Duration.ofSeconds(settings.tile_seconds()));
    Dispatcher dispatcher =
        new Dispatcher(
            new Dispatcher.Parts(
                sessions,
                calls,
                audit,
                gate,
                contributions,
                assets,
                new Shell(new Account(sessions, area), kept, today, texts, area, sessions),
                new CasePages(
                    contributions,
                    work,
                    cases,
                    problems,
                    Duration.ofSeconds(settings.tab_seconds())),
                cases,
                kept,
                problems,
                new Skeleton(assets, contributions, menu, area)),
            settings.upload_limit_mb());
    this.registration =
        context.registerService(
            Servlet.class,
            new ConsoleServlet(dispatcher, origins),
            properties(settings, uploads(context)));
  }

  private static Dictionary<String, Object> properties(Settings settings, Path uploads) {
    long limit = (long) settings.upload_limit_mb() << 20;
    return FrameworkUtil.asDictionary(
        Map.of(
            WHITEBOARD + "pattern",
            "/*",
            WHITEBOARD + "name",
            "victimfirst-web",
            WHITEBOARD + "multipart.enabled",
            true,
            WHITEBOARD + "multipart.location",
            uploads.toString(),
            WHITEBOARD + "multipart.maxFileSize",
            limit,
            WHITEBOARD + "multipart.maxRequestSize",
            limit,
            WHITEBOARD + "multipart.fileSizeThreshold",
            0));
  }

  /** The folder for uploads; what a crash left in it is deleted. */
  private static Path uploads(BundleContext context) throws IOException {
    String data = context.getProperty("victimfirst.data");
    Path folder =
        Path.of(data == null ? context.getProperty("java.io.tmpdir") : data, "tmp", "uploads");
    Files.createDirectories(folder);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
    return folder;
  }

  @Deactivate
  public void close() {
    registration.unregister();
    work.close();
  }
}
