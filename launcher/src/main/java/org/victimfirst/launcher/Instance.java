package org.victimfirst.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/** A data folder, and the instance that may be running on it. */
final class Instance {
  private static final long LEAST_FREE_BYTES = 300L << 20;

  private final Path data;

  Instance(Path data) {
    this.data = data;
  }

  Path data() {
    return data;
  }

  Path log() {
    return data.resolve("log");
  }

  /** The running process, if there is one. */
  Optional<ProcessHandle> process() {
    Properties state = state();
    String pid = state.getProperty("pid");
    if (pid == null) {
      return Optional.empty();
    }
    // A process of the same number that began at another time is somebody else's.
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(ProcessHandle::isAlive)
        .filter(handle -> started(handle).equals(state.getProperty("started")));
  }

  /** Address of the running instance. */
  String address() {
    if (process().isEmpty()) {
      throw new LauncherException(
          "Nothing is running on the data folder " + data + ". Start it: ./victimfirst run");
    }
    return "http://127.0.0.1:" + state().getProperty("port");
  }

  /** The owner's token, which the running instance has written. */
  String ownerToken() {
    try {
      return Files.readString(data.resolve("run/owner.token")).trim();
    } catch (IOException e) {
      throw new LauncherException(
          "The file run/owner.token in "
              + data
              + " cannot be read. Only the owner of the folder may.");
    }
  }

  /** Refuses a folder that cannot be started on, with the reason. */
  void checkStartable(String version, int port) {
    if (process().isPresent()) {
      throw new LauncherException(
          "An instance is already running on "
              + data
              + ", at "
              + address()
              + ". Stop it with ./victimfirst stop, or use another folder: --data DIR");
    }
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new LauncherException("The data folder " + data + " cannot be made: " + e.getMessage());
    }
    checkSpace(data, data.toFile().getUsableSpace());
    checkVersion(version);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
    } catch (IOException e) {
      throw portRefused(port, e);
    }
  }

  static LauncherException portRefused(int port, IOException e) {
    String reason = String.valueOf(e.getMessage());
    return new LauncherException(
        reason.contains("in use")
            ? "Port " + port + " is taken by another program. Choose another: --port N"
            : "Port " + port + " cannot be used: " + reason + ". Choose another: --port N");
  }

  static void checkSpace(Path data, long free) {
    if (free < LEAST_FREE_BYTES) {
      throw new LauncherException(
          "The disk of %s has only %d MB free; %d MB are needed."
              .formatted(data, free >> 20, LEAST_FREE_BYTES >> 20));
    }
  }

  private void checkVersion(String version) {
    Path file = data.resolve("version");
    try {
      if (Files.exists(file)) {
        String stored = Files.readString(file).trim();
        if (compare(stored, version) > 0) {
          throw new LauncherException(
              "The data folder was last used by version "
                  + stored
                  + ", this is "
                  + version
                  + ". An older version cannot read newer data: use version "
                  + stored
                  + " or later.");
        }
      }
      Files.writeString(file, version + "\n");
    } catch (IOException e) {
      throw new LauncherException("The file " + file + " cannot be written: " + e.getMessage());
    }
  }

  /** Compares versions number by number. */
  static int compare(String left, String right) {
    int[] a = numbers(left);
    int[] b = numbers(right);
    return Arrays.compare(a, b);
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[^0-9]+"))
        .filter(part -> !part.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** Remembers the process. */
  void remember(Process process, int port) {
    Properties state = new Properties();
    state.setProperty("pid", Long.toString(process.pid()));
    state.setProperty("started", started(process.toHandle()));
    state.setProperty("port", Integer.toString(port));
    try {
      Files.createDirectories(data.resolve("run"));
      try (OutputStream out = Files.newOutputStream(stateFile())) {
        state.store(out, "the running instance");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets the process. */
  void forget() {
    try {
      Files.deleteIfExists(stateFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties state() {
    Properties state = new Properties();
    if (Files.exists(stateFile())) {
      try (InputStream in = Files.newInputStream(stateFile())) {
        state.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return state;
  }

  private Path stateFile() {
    return data.resolve("run/instance.properties");
  }

  private static String started(ProcessHandle handle) {
    return handle.info().startInstant().map(Object::toString).orElse("unknown");
  }
}
