package org.victimfirst.modules.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class BundleContentsTest {
  @Test
  void saysWhatAModuleBrings() throws Exception {
    BundleContents contents =
        BundleContents.of(
            new ByteArrayInputStream(
                jar(
                    "needs",
                    Map.of(
                        "OSGI-INF/a.xml",
                        "<service><provide interface=\"org.victimfirst.api.web.CaseTab\"/></service>",
                        "OSGI-INF/b.xml",
                        "<reference interface=\"org.victimfirst.api.web.CaseTab\"/>"
                            + "<provide interface=\"org.victimfirst.api.reporting.ReportSection\"/>",
                        "OSGI-INF/c.xml",
                        "<provide interface=\"org.victimfirst.api.reporting.ReportSection\"/>",
                        "db/V1__initial.derby.sql",
                        "",
                        "db/V1__initial.postgresql.sql",
                        "",
                        "db/V2__more.sql",
                        ""))));

    assertThat(contents.adds()).containsExactly("1 case tab", "2 report sections");
    assertThat(contents.schemaWords()).isEqualTo("Schema needs, 2 migrations");
  }

  @Test
  void saysThatThereIsNothing() throws Exception {
    BundleContents contents =
        BundleContents.of(new ByteArrayInputStream(jar("", Map.of("a.txt", "a"))));

    assertThat(contents.adds()).isEmpty();
    assertThat(contents.schemaWords()).isEqualTo("None");
  }

  private static byte[] jar(String schema, Map<String, String> entries) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!schema.isEmpty()) {
      manifest.getMainAttributes().putValue("VictimFirst-Schema", schema);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        jar.putNextEntry(new ZipEntry(entry.getKey()));
        jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}
