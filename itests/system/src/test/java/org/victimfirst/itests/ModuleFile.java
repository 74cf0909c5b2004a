package org.victimfirst.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The file (KAR) of a module, as the build made it or as another version of it. */
public final class ModuleFile {
  /** The version that the build made. */
  public static final String BUILT = "0.1.0";

  private ModuleFile() {}

  /** The file that the build made. */
  public static Path built(String module) {
    return Launch.ROOT.resolve("assembly/target/kar/" + name(module, BUILT));
  }

  /**
   * The same module as another version: the version of its bundle, its feature and its places in
   * the repository are changed, nothing else.
   */
  public static Path ofVersion(String module, String version) {
    try {
      Path file = Files.createTempDirectory("victimfirst-kar").resolve(name(module, version));
      try (InputStream in = Files.newInputStream(built(module))) {
        Files.write(file, rewritten(in, module, version));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String module, String version) {
    return "victimfirst-" + module + "-" + version + ".kar";
  }

  private static byte[] rewritten(InputStream zip, String module, String version)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(zip);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        out.putNextEntry(new ZipEntry(inRepository(entry.getName(), module, version)));
        out.write(content(entry.getName(), in.readAllBytes(), module, version));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] content(String name, byte[] content, String module, String version)
      throws IOException {
    if (name.endsWith(".jar")) {
      return rewritten(new ByteArrayInputStream(content), module, version);
    }
    if (name.equals("META-INF/MANIFEST.MF")) {
      return text(content)
          .replace("Bundle-Version: " + BUILT, "Bundle-Version: " + version)
          .getBytes(StandardCharsets.UTF_8);
    }
    if (name.endsWith("-features.xml")) {
      String own = "victimfirst-" + module;
      return text(content)
          .replace(own + "/" + BUILT, own + "/" + version)
          .replace(own + "-" + BUILT, own + "-" + version)
          .replace(
              "name=\"" + own + "\" version=\"" + BUILT,
              "name=\"" + own + "\" version=\"" + version)
          .replace(":Version=\"" + BUILT, ":Version=\"" + version)
          .getBytes(StandardCharsets.UTF_8);
    }
    return content;
  }

  private static String inRepository(String name, String module, String version) {
    return name.startsWith("repository/org/victimfirst/victimfirst-" + module)
        ? name.replace(BUILT, version)
        : name;
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
