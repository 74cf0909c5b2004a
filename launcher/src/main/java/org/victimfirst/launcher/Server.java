package org.victimfirst.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The process that runs the platform: Karaf, with the distribution as home and the data apart. */
final class Server {
  /** The last three: docs/adr/0033. */
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:FreqInlineSize=50",
          "-XX:InlineSmallCode=1000");

  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final Path home;
  private final Instance instance;
  private final int port;

  /**
   * A server to be.
   *
   * @param home the distribution, which is never written to
   * @param instance the data folder
   * @param port of the console and the REST interface, on this machine only
   */
  Server(Path home, Instance instance, int port) {
    this.home = home;
    this.instance = instance;
    this.port = port;
  }

  /** Starts the process; it is not ready yet. */
  Process start() {
    Path base = instance.data().resolve("runtime");
    try {
      prepare(base);
      ProcessBuilder builder = new ProcessBuilder(command(base));
      builder.directory(base.toFile());
      builder.redirectErrorStream(true);
      builder.redirectOutput(instance.log().resolve("console.log").toFile());
      Process process = builder.start();
      instance.remember(process, port);
      return process;
    } catch (IOException e) {
      throw new LauncherException("The platform cannot be started: " + e.getMessage());
    }
  }

  /**
   * Waits until the platform and its modules answer.
   *
   * @throws LauncherException when they never will, with what the platform says of it
   */
  void awaitReady(Process process) {
    Instant end = Instant.now().plus(LONGEST_START);
    Health health = new Health(instance, port);
    while (!health.ready()) {
      if (!process.isAlive()) {
        throw new LauncherException(
            "The platform stopped while it was starting. The log says why: "
                + instance.log().resolve("karaf.log"));
      }
      if (Instant.now().isAfter(end)) {
        process.destroy();
        throw new LauncherException(
            "The platform is not ready after five minutes. The log says why: "
                + instance.log().resolve("karaf.log"));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.");
    }
  }

  /**
   * Lays out the part of Karaf that is written to. The configuration is the distribution's with the
   * files of DATA/etc over it. After an update of the distribution the bundle cache starts empty:
   * which modules are installed is in the database.
   */
  private void prepare(Path base) throws IOException {
    Files.createDirectories(base.resolve("data/tmp"));
    Files.createDirectories(instance.log());
    Files.createDirectories(instance.data().resolve("deploy"));
    new Settings(home.resolve("etc"), instance.data().resolve("etc"), base).layOut();
    Path stamp = base.resolve("distribution");
    String current = stampOfDistribution();
    if (!Files.exists(stamp) || !Files.readString(stamp).equals(current)) {
      deleteTree(base.resolve("data/cache"));
      Files.writeString(stamp, current);
    }
  }

  private String stampOfDistribution() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("system/org/victimfirst"))) {
      StringBuilder stamp = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        stamp.append(home.relativize(file)).append(' ').append(Files.size(file)).append(' ');
        stamp.append(Files.getLastModifiedTime(file).toMillis()).append('\n');
      }
      return stamp.toString();
    }
  }

  private List<String> command(Path base) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmOptions.forKaraf(home));
    String options = System.getenv("VICTIMFIRST_JAVA_OPTS");
    command.addAll(
        options == null || options.isBlank() ? OPTIONS : List.of(options.trim().split("\\s+")));
    command.add("-Dvictimfirst.data=" + instance.data());
    command.add("-Dvictimfirst.port=" + port);
    command.add("-Dkaraf.home=" + home);
    command.add("-Dkaraf.base=" + base);
    command.add("-Dkaraf.data=" + base.resolve("data"));
    command.add("-Dkaraf.etc=" + base.resolve("etc"));
    command.add("-Dkaraf.log=" + instance.log());
    command.add("-Dkaraf.instances=" + base.resolve("instances"));
    command.add("-Dkaraf.startLocalConsole=false");
    command.add("-Dkaraf.startRemoteShell=true");
    command.add("-Djava.io.tmpdir=" + base.resolve("data/tmp"));
    command.add(
        "-Djava.util.logging.config.file=" + base.resolve("etc/java.util.logging.properties"));
    command.add("-cp");
    command.add(JvmOptions.classPath(home));
    command.add("org.apache.karaf.main.Main");
    return command;
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Jars of a folder, in order. */
  static List<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted(Comparator.naturalOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
