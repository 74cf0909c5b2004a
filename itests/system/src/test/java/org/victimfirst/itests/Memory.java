package org.victimfirst.itests;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The memory of a running instance's server. */
public final class Memory {
  /** Class loaders of removed modules that somebody still holds. */
  public static final String HELD = "victimfirst_removed_module_loaders{state=\"held\"}";

  /** Class loaders of removed modules that have gone. */
  public static final String COLLECTED = "victimfirst_removed_module_loaders{state=\"collected\"}";

  /** A line about a class loader: three addresses, classes, two sizes, type. */
  private static final Pattern LOADER =
      Pattern.compile("(?:0x[0-9a-f]+ +){3}([0-9]+) +[0-9]+ +[0-9]+ +(.*)");

  private static final Pattern MAKES_CLASSES =
      Pattern.compile("jdk\\.internal\\.reflect\\.Delegating.*|org\\.apache\\.derby\\..*");

  private static final Pattern MADE =
      Pattern.compile(
          "GeneratedMethodAccessor|GeneratedConstructorAccessor|\\$\\$Lambda|LambdaForm");

  private Memory() {}

  /** Collects all that nobody holds, classes too. */
  public static void collect(Instance instance) {
    jcmd(instance, "GC.run");
  }

  /**
   * How many classes are loaded, but for those that come and go with the statements that Derby
   * compiles, the accessors that the JDK makes and lambdas.
   */
  public static long classes(Instance instance) {
    return jcmd(instance, "VM.classloader_stats")
        .lines()
        .map(LOADER::matcher)
        .filter(Matcher::matches)
        .filter(loader -> !MAKES_CLASSES.matcher(loader.group(2)).matches())
        .mapToLong(loader -> Long.parseLong(loader.group(1)))
        .sum();
  }

  /** Names of all loaded classes, but for hidden ones and those that come and go as above. */
  public static Set<String> classNames(Instance instance) {
    return jcmd(instance, "VM.class_hierarchy")
        .lines()
        .map(line -> line.replaceFirst("^[| -]*", "").replaceFirst("/(null|0x).*$", ""))
        .filter(name -> name.indexOf('.') > 0 && !MADE.matcher(name).find())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String jcmd(Instance instance, String command) {
    Properties running = new Properties();
    try (Reader in = Files.newBufferedReader(instance.data().resolve("run/instance.properties"))) {
      running.load(in);
      Process process =
          new ProcessBuilder("jcmd", running.getProperty("pid"), command)
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError("jcmd cannot reach the server: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A figure of {@code /metrics}. */
  public static long metric(Instance instance, String name) {
    return instance
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No metric " + name));
  }
}
