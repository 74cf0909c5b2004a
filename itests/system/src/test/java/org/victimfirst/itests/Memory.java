package org.victimfirst.itests;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The memory of a running instance's server. */
public final class Memory {
  /** Class loaders of removed modules that somebody still holds. */
  public static final String HELD = "victimfirst_removed_module_loaders{state=\"held\"}";

  /** Class loaders of removed modules that have gone. */
  public static final String COLLECTED = "victimfirst_removed_module_loaders{state=\"collected\"}";

  /** A class that Derby compiled of a statement; it goes when the statement is forgotten. */
  private static final Pattern OF_STATEMENT = Pattern.compile("org\\.apache\\.derby\\.exe\\..*");

  private static final Pattern MADE =
      Pattern.compile(
          "GeneratedMethodAccessor|GeneratedConstructorAccessor|\\$\\$Lambda|LambdaForm");

  private Memory() {}

  /** Collects all that nobody holds, classes too. */
  public static void collect(Instance instance) {
    jcmd(instance, "GC.run");
  }

  /**
   * The loaded classes.
   *
   * @param named how often each is loaded, by name; without lambdas, and without the accessors that
   *     the JDK makes
   * @param ofStatements how many more Derby has compiled of statements
   */
  public record Classes(Map<String, Long> named, long ofStatements) {
    /** How many there are. */
    public long count() {
      return count("");
    }

    /** How many there are whose name begins so. */
    public long count(String prefix) {
      return named.entrySet().stream()
          .filter(one -> one.getKey().startsWith(prefix))
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    /** Names of those that are loaded more often than before. */
    public Set<String> since(Classes before) {
      return named.entrySet().stream()
          .filter(one -> one.getValue() > before.named.getOrDefault(one.getKey(), 0L))
          .map(Map.Entry::getKey)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** Counts the loaded classes. */
  public static Classes classes(Instance instance) {
    Map<Boolean, List<String>> names =
        jcmd(instance, "VM.class_hierarchy")
            .lines()
            .map(line -> line.replaceFirst("^[| -]*", "").replaceFirst("/(null|0x).*$", ""))
            .filter(name -> name.indexOf('.') > 0 && !MADE.matcher(name).find())
            .collect(Collectors.partitioningBy(OF_STATEMENT.asMatchPredicate()));
    return new Classes(
        names.getOrDefault(false, List.of()).stream()
            .collect(Collectors.groupingBy(name -> name, Collectors.counting())),
        names.getOrDefault(true, List.of()).size());
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
