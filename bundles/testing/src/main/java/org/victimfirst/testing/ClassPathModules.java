package org.victimfirst.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.victimfirst.persistence.schema.Migrations;

/** Finds modules on the class path by the header that the platform goes by. */
final class ClassPathModules {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Map<String, Path> places = new HashMap<>();

  ClassPathModules() {
    try {
      ClassLoader loader = ClassPathModules.class.getClassLoader();
      for (URL url : Collections.list(loader.getResources(MANIFEST))) {
        String module = header(url);
        if (module != null) {
          // The first wins, as for classes: the module's own folder before an older jar.
          places.putIfAbsent(module, place(url));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The class path cannot be read", e);
    }
  }

  private static @Nullable String header(URL manifest) throws IOException {
    try (InputStream in = manifest.openStream()) {
      return new Manifest(in).getMainAttributes().getValue("VictimFirst-Schema");
    }
  }

  private static Path place(URL manifest) throws IOException {
    try {
      if (manifest.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      return Path.of(URI.create(manifest.toString().replace(MANIFEST, "")));
    } catch (URISyntaxException e) {
      throw new IOException("Not a place of classes: " + manifest, e);
    }
  }

  Migrations migrations(String module) {
    Path place = places.get(module);
    if (place == null) {
      throw new IllegalArgumentException(
          "No folder or jar on the class path has the header VictimFirst-Schema: "
              + module
              + ". Build with Maven (bnd writes it), and name other modules as test dependencies."
              + " Found: "
              + places.keySet());
    }
    return Migrations.in(place);
  }
}
