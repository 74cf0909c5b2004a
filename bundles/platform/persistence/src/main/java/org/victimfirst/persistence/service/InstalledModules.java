package org.victimfirst.persistence.service;

import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.victimfirst.persistence.schema.Migrations;

/** Looks which bundles bring schemas, started or not. */
final class InstalledModules {
  private InstalledModules() {}

  static Map<String, Migrations> migrations(BundleContext context) {
    Map<String, Migrations> migrations = new HashMap<>();
    for (Bundle bundle : context.getBundles()) {
      String module = bundle.getHeaders("").get(SchemaExtender.HEADER);
      if (module != null) {
        migrations.put(module, Migrations.in(bundle));
      }
    }
    return migrations;
  }
}
