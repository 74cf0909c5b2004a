package org.victimfirst.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** The assembled distribution, as Pax Exam starts it. */
final class Distribution {
  private Distribution() {}

  static Option[] options() {
    int http = freePort();
    return new Option[] {
      karafDistributionConfiguration()
          .frameworkUrl(
              maven()
                  .groupId("org.victimfirst")
                  .artifactId("victimfirst-assembly")
                  .versionAsInProject()
                  .type("tar.gz"))
          .name("Victim First")
          .unpackDirectory(new File("target/exam"))
          .useDeployFolder(false),
      keepRuntimeFolder(),
      logLevel(LogLevel.INFO),
      configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
      editConfigurationFilePut(
          "etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", Integer.toString(http)),
      // The distribution asks its own repository only; Pax Exam's bundles are in the build's.
      editConfigurationFilePut(
          "etc/org.ops4j.pax.url.mvn.cfg",
          "org.ops4j.pax.url.mvn.defaultRepositories",
          "file:${karaf.home}/system@id=system@snapshots,file:"
              + System.getProperty("maven.repo.local")
              + "@id=build@snapshots"),
      systemProperty("victimfirst.test.port").value(Integer.toString(http)),
      systemProperty("victimfirst.test.kars")
          .value(new File("../../assembly/target/kar").getAbsolutePath()),
      mavenBundle("org.hamcrest", "hamcrest").versionAsInProject(),
      mavenBundle("org.awaitility", "awaitility").versionAsInProject(),
      vmOptions("-Xmx512m")
    };
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
