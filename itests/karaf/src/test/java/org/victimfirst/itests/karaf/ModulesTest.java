package org.victimfirst.itests.karaf;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** The module manager by its commands of the shell, and by files in deploy/. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ModulesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject private FeaturesService features;
  @Inject private BundleContext context;
  @Inject private SessionFactory shells;

  /** Injected when all boot features are there: no test begins before. */
  @Inject private BootFinished booted;

  /** The container. */
  @Configuration
  public org.ops4j.pax.exam.Option[] configuration() {
    return Distribution.options();
  }

  /** The commands come with the module manager, which waits for its database. */
  @Before
  public void awaitCommands() {
    assertNotNull(booted);
    await()
        .atMost(PATIENCE)
        .until(() -> shells.getRegistry().getCommand("victimfirst", "module-install") != null);
  }

  /** What the shell says of modules is so, and what it is told happens. */
  @Test
  public void theShellRemovesAndInstalls() throws Exception {
    assertContains(shell("victimfirst:modules"), "needs", "reporting", "area-leicestershire");
    Wirings before = Wirings.without(context, "victimfirst-needs");

    assertContains(shell("victimfirst:module-remove --try needs"), "victimfirst-needs");
    assertTrue(installed());
    assertContains(shell("victimfirst:module-remove cases"), "needs cases");
    assertContains(shell("victimfirst:module-remove needs"), "Removed: needs.");
    assertTrue(!installed());
    assertContains(shell("victimfirst:module-update needs"), "needs is not installed.");
    assertContains(shell("victimfirst:module-install needs"), "Installed: needs 0.1.0.");
    assertTrue(installed());

    assertEquals(before, Wirings.without(context, "victimfirst-needs"));
  }

  /** A KAR in deploy/ installs its module, and deleting it removes it; nothing else is touched. */
  @Test
  public void aFileInDeployComesAndGoes() throws Exception {
    Path built =
        Path.of(System.getProperty("victimfirst.test.kars"), "victimfirst-needs-0.1.0.kar");
    Path deployed =
        Files.createDirectories(Path.of(context.getProperty("victimfirst.data"), "deploy"))
            .resolve("needs.kar");
    assertContains(shell("victimfirst:module-remove needs"), "Removed: needs.");
    Wirings before = Wirings.without(context, "victimfirst-needs");

    Files.copy(built, deployed);
    await().atMost(PATIENCE).until(this::installed);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertContains(shell("victimfirst:modules"), "deploy/needs.kar"));
    assertEquals(before, Wirings.without(context, "victimfirst-needs"));

    Files.delete(deployed);
    await().atMost(PATIENCE).until(() -> !installed());
    assertEquals(before, Wirings.without(context, "victimfirst-needs"));

    assertContains(shell("victimfirst:module-install needs"), "Installed: needs 0.1.0.");
  }

  private boolean installed() throws Exception {
    return features.isInstalled(features.getFeature("victimfirst-needs"));
  }

  private String shell(String command) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      Session session = shells.create(new ByteArrayInputStream(new byte[0]), out, out);
      session.execute(command);
      session.close();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void assertContains(String text, String... parts) {
    for (String part : parts) {
      assertTrue(part + " is missing in: " + text, text.contains(part));
    }
  }
}
