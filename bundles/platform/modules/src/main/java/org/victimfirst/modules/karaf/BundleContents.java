package org.victimfirst.modules.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks into the jar of a module that is not installed: what it would contribute. */
final class BundleContents {
  private static final Pattern PROVIDES = Pattern.compile("interface=\"([^\"]+)\"");
  private static final Pattern REFERENCES = Pattern.compile("(?s)<reference.*?/>");
  private static final Pattern MIGRATION = Pattern.compile("db/V(\\d+)__.*");
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("org.victimfirst.api.web.CaseTab", "case tab");
    WORDS.put("org.victimfirst.api.web.DashboardTile", "tile");
    WORDS.put("org.victimfirst.api.web.NavItem", "menu item");
    WORDS.put("org.victimfirst.api.web.AdminPage", "administration page");
    WORDS.put("org.victimfirst.api.rest.RestResource", "REST resource");
    WORDS.put("org.victimfirst.api.reporting.ReportSection", "report section");
    WORDS.put("org.victimfirst.api.intake.ExtractLoader", "extract file");
    WORDS.put("org.victimfirst.api.privacy.SubjectData", "answer to subject access");
  }

  private final Map<String, Integer> services = new TreeMap<>();
  private final Set<String> migrations = new HashSet<>();
  private @Nullable String schema;

  private BundleContents() {}

  /** Reads the jars at these addresses. */
  static BundleContents of(List<String> addresses) throws IOException {
    BundleContents contents = new BundleContents();
    for (String address : addresses) {
      try (InputStream in = URI.create(address).toURL().openStream()) {
        contents.read(in);
      }
    }
    return contents;
  }

  /** Reads one jar. */
  static BundleContents of(InputStream in) throws IOException {
    BundleContents contents = new BundleContents();
    contents.read(in);
    return contents;
  }

  private void read(InputStream in) throws IOException {
    try (JarInputStream jar = new JarInputStream(in)) {
      if (jar.getManifest() != null) {
        String own = jar.getManifest().getMainAttributes().getValue("VictimFirst-Schema");
        schema = own == null ? schema : own.strip();
      }
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        String name = entry.getName();
        Matcher migration = MIGRATION.matcher(name);
        if (migration.matches()) {
          migrations.add(migration.group(1));
        } else if (name.startsWith("OSGI-INF/") && name.endsWith(".xml")) {
          count(new String(jar.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
  }

  private void count(String component) {
    Matcher provides = PROVIDES.matcher(REFERENCES.matcher(component).replaceAll(""));
    while (provides.find()) {
      services.merge(provides.group(1), 1, Integer::sum);
    }
  }

  /** What is contributed, in words, such as "2 report sections". */
  List<String> adds() {
    List<String> adds = new ArrayList<>();
    WORDS.forEach(
        (type, word) -> {
          int count = services.getOrDefault(type, 0);
          if (count > 0) {
            String plural = word.endsWith("s") ? word : word + "s";
            adds.add(count + " " + (count == 1 ? word : plural));
          }
        });
    return adds;
  }

  /** The tables, in words, such as "Schema needs, 2 migrations". */
  String schemaWords() {
    if (schema == null) {
      return "None";
    }
    int count = migrations.size();
    return "Schema " + schema + ", " + count + (count == 1 ? " migration" : " migrations");
  }
}
