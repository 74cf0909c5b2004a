package org.victimfirst.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The file (KAR) of a module, as the build made it or as another version of it. */
public final class ModuleFile {
  /** The version that the build made. */
  public static final String BUILT = "0.1.0";

  private static final String COMPONENT = "OSGI-INF/unstartable.xml";

  private final String module;
  private final String version;
  private final Map<String, byte[]> intoBundle = new LinkedHashMap<>();
  private final Map<String, byte[]> intoRepository = new LinkedHashMap<>();
  private String moreBundles = "";
  private boolean startable = true;

  private ModuleFile(String module, String version) {
    this.module = module;
    this.version = version;
  }

  /** The file that the build made. */
  public static Path built(String module) {
    return Launch.ROOT.resolve("assembly/target/kar/" + name(module, BUILT));
  }

  /**
   * The same module as another version: the version of its bundle, its feature and its places in
   * the repository are changed, nothing else.
   */
  public static Path ofVersion(String module, String version) {
    return changed(module, version).write();
  }

  /** Another version of a module that is to be changed further. */
  static ModuleFile changed(String module, String version) {
    return new ModuleFile(module, version);
  }

  /** With one more migration. */
  ModuleFile migrating(String file, String sql) {
    intoBundle.put("db/" + file, sql.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** With a component that fails when it is started. */
  ModuleFile unstartable() {
    String name = Unstartable.class.getName();
    String file = name.replace('.', '/') + ".class";
    startable = false;
    intoBundle.put(
        COMPONENT,
        """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" immediate="true">
          <implementation class="%s"/>
        </scr:component>
        """
            .formatted(name, name)
            .getBytes(StandardCharsets.UTF_8));
    try (InputStream in = ModuleFile.class.getResourceAsStream("/" + file)) {
      intoBundle.put(file, in.readAllBytes());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With a second bundle that offers a package. */
  ModuleFile exporting(String bundle, String offered) {
    String artifact = bundle + "/" + version + "/" + bundle + "-" + version + ".jar";
    String manifest =
        """
        Manifest-Version: 1.0
        Bundle-ManifestVersion: 2
        Bundle-SymbolicName: %s
        Bundle-Version: %s
        Export-Package: %s
        """
            .formatted(bundle, version, offered);
    intoRepository.put(
        "repository/org/victimfirst/" + artifact,
        zipped(Map.of("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8))));
    moreBundles = "<bundle>mvn:org.victimfirst/" + bundle + "/" + version + "</bundle>";
    return this;
  }

  /** The file's name. */
  String name() {
    return name(module, version);
  }

  /** The file. */
  Path write() {
    try {
      Path file = Files.createTempDirectory("victimfirst-kar").resolve(name(module, version));
      try (InputStream in = Files.newInputStream(built(module))) {
        Map<String, byte[]> entries = rewritten(in);
        entries.putAll(intoRepository);
        Files.write(file, zipped(entries));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(String module, String version) {
    return "victimfirst-" + module + "-" + version + ".kar";
  }

  private Map<String, byte[]> rewritten(InputStream zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(zip)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          entries.put(inRepository(entry.getName()), content(entry.getName(), in.readAllBytes()));
        }
      }
    }
    return entries;
  }

  private static byte[] zipped(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private byte[] content(String name, byte[] content) throws IOException {
    if (name.endsWith(".jar")) {
      Map<String, byte[]> bundle = rewritten(new ByteArrayInputStream(content));
      bundle.putAll(intoBundle);
      return zipped(bundle);
    }
    if (name.equals("META-INF/MANIFEST.MF")) {
      return manifest(text(content)).getBytes(StandardCharsets.UTF_8);
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
          .replace("<requirement>", moreBundles + "<requirement>")
          .getBytes(StandardCharsets.UTF_8);
    }
    return content;
  }

  private String manifest(String manifest) {
    String changed = manifest.replace("Bundle-Version: " + BUILT, "Bundle-Version: " + version);
    return startable
        ? changed
        : changed.replaceFirst("(?m)^Service-Component: ", "Service-Component: " + COMPONENT + ",");
  }

  private String inRepository(String name) {
    return name.startsWith("repository/org/victimfirst/victimfirst-" + module)
        ? name.replace(BUILT, version)
        : name;
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
