package org.victimfirst.modules.store;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who works on an order: a process of a node. A node has one process at a time, so another process
 * of the same node has gone.
 *
 * @param node the same after every start of a node, and no other node's
 * @param process no other process's on the node
 */
public record Holder(String node, String process) {
  private static final Logger LOG = LoggerFactory.getLogger(Holder.class);
  private static final int BASE = 36;
  private static final int NODE_LENGTH = 18;

  /**
   * This process, on the node whose data folder that is. A copy of the folder on another machine or
   * in another place is another node.
   */
  public static Holder of(Path data) {
    ProcessHandle self = ProcessHandle.current();
    long started = self.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    String process = Long.toString(self.pid(), BASE) + Long.toString(started, BASE);
    try {
      Path folder = data.toRealPath();
      String node = id(folder) + '\n' + InetAddress.getLocalHost().getHostName() + '\n' + folder;
      return new Holder(
          shortened(UUID.nameUUIDFromBytes(node.getBytes(StandardCharsets.UTF_8))), process);
    } catch (IOException e) {
      LOG.warn(
          "The node cannot be told from others, so after a crash a change of modules waits a"
              + " minute longer: is the data folder writable, and has the machine a name?",
          e);
      return new Holder(shortened(UUID.randomUUID()), process);
    }
  }

  /** The id that the node was given at its first start. */
  private static String id(Path folder) throws IOException {
    Path file = folder.resolve("run/node.id");
    if (Files.notExists(file)) {
      Files.createDirectories(folder.resolve("run"));
      Files.writeString(file, UUID.randomUUID().toString());
    }
    return Files.readString(file).strip();
  }

  private static String shortened(UUID id) {
    return id.toString().replace("-", "").substring(0, NODE_LENGTH);
  }

  /** As it stands in a row. */
  String name() {
    return node + '.' + process;
  }
}
