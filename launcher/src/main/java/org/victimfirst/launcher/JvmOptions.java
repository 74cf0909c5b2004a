package org.victimfirst.launcher;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What Karaf 4.4 needs of the JVM, as its own start script has it. */
final class JvmOptions {
  private static final List<String> OPENED =
      List.of(
          "java.base/java.security",
          "java.base/java.net",
          "java.base/java.lang",
          "java.base/java.util",
          "java.naming/javax.naming.spi",
          "java.rmi/sun.rmi.transport.tcp");

  private static final List<String> EXPORTED =
      List.of(
          "java.base/sun.net.www.protocol.file",
          "java.base/sun.net.www.protocol.ftp",
          "java.base/sun.net.www.protocol.http",
          "java.base/sun.net.www.protocol.https",
          "java.base/sun.net.www.protocol.jar",
          "java.base/sun.net.www.content.text",
          "jdk.xml.dom/org.w3c.dom.html",
          "jdk.naming.rmi/com.sun.jndi.url.rmi",
          "java.rmi/sun.rmi.registry",
          "java.security.sasl/com.sun.security.sasl",
          "java.naming/com.sun.jndi.ldap");

  private JvmOptions() {}

  static List<String> forKaraf(Path home) {
    List<String> options = new ArrayList<>();
    options.add("--add-reads=java.xml=java.logging");
    options.add("--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED");
    for (Path jar : Server.jars(home.resolve("lib/endorsed"))) {
      String name = String.valueOf(jar.getFileName());
      if (name.startsWith("org.apache.karaf.specs.locator")) {
        options.add("--patch-module=java.base=" + jar);
      } else if (name.matches("org\\.apache\\.karaf\\.specs\\.java\\.xml-.*")) {
        options.add("--patch-module=java.xml=" + jar);
      }
    }
    for (String opened : OPENED) {
      options.add("--add-opens=" + opened + "=ALL-UNNAMED");
    }
    for (String exported : EXPORTED) {
      options.add("--add-exports=" + exported + "=ALL-UNNAMED");
    }
    return options;
  }

  static String classPath(Path home) {
    List<Path> jars = new ArrayList<>(Server.jars(home.resolve("lib/boot")));
    jars.addAll(Server.jars(home.resolve("lib/jdk9plus")));
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
