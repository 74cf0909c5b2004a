package org.victimfirst.intake.imports;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.KnownFiles;

/** The order in which files are loaded: what others build on comes first. */
final class ImportOrder {
  private final Map<String, ImportFile> files = new LinkedHashMap<>();
  private final Map<String, ImportFile> ordered = new LinkedHashMap<>();
  private final Set<String> entered = new HashSet<>();
  private final Loaders loaders;

  private ImportOrder(Loaders loaders) {
    this.loaders = loaders;
  }

  static List<ImportFile> of(List<ImportFile> files, Loaders loaders) {
    ImportOrder order = new ImportOrder(loaders);
    files.stream()
        .sorted(Comparator.comparingInt(file -> KnownFiles.place(file.name())))
        .forEach(file -> order.files.put(file.name(), file));
    order.files.values().forEach(order::enter);
    return List.copyOf(order.ordered.values());
  }

  private void enter(ImportFile file) {
    if (!entered.add(file.name())) {
      return;
    }
    loaders
        .find(file.name())
        .ifPresent(
            claim -> {
              for (String before : claim.loader().after()) {
                ImportFile earlier = files.get(before);
                if (earlier != null) {
                  enter(earlier);
                }
              }
            });
    ordered.put(file.name(), file);
  }
}
