package org.victimfirst.web.route;

import java.util.List;
import java.util.Map;

/** Which addresses are a module's own, so that none can take another's. */
final class OwnAddresses {
  /** Addresses that bear no module's name, and whose they are. */
  private static final Map<String, List<String>> NAMELESS =
      Map.of(
          "cases", List.of("find"),
          "area", List.of("admin"),
          "modules", List.of("admin"),
          "security", List.of("admin", "account"));

  private OwnAddresses() {}

  /**
   * Refuses a path that is not the module's own.
   *
   * @throws IllegalArgumentException which says where its pages belong
   */
  static void check(String module, String path) {
    String[] segments = path.split("/");
    if (!own(module, segments)) {
      throw new IllegalArgumentException(
          "%s is not an address of module %s: its pages lie under /%s/ or /cases/{caseId}/%s/"
              .formatted(path, module, module, module));
    }
  }

  private static boolean own(String module, String[] segments) {
    if (segments.length < 2) {
      return false;
    }
    String first = segments[1];
    return first.equals(module)
        || NAMELESS.getOrDefault(module, List.of()).contains(first)
        || first.equals("cases") && segments.length > 3 && segments[3].equals(module);
  }
}
