package org.victimfirst.intake.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.victimfirst.intake.domain.ImportFile;

/**
 * A file whose turn it is, with the loader that was there when that was decided. A loader that
 * comes a moment later counts for nothing: what its file builds on was not asked.
 */
record NextFile(ImportFile file, Optional<Loaders.Claim> claim) {
  /**
   * The files among those that are left that build on none of them, and those without a loader.
   *
   * @param loaders finds the loader of a file by its name; asked once for each
   */
  static List<NextFile> of(
      List<ImportFile> left, Function<String, Optional<Loaders.Claim>> loaders) {
    List<NextFile> all =
        left.stream().map(file -> new NextFile(file, loaders.apply(file.name()))).toList();
    Set<String> names = left.stream().map(ImportFile::name).collect(Collectors.toSet());
    List<NextFile> next = new ArrayList<>();
    for (NextFile one : all) {
      if (one.claim().stream()
          .flatMap(claim -> claim.loader().after().stream())
          .noneMatch(names::contains)) {
        next.add(one);
      }
    }
    // Loaders that build on one another in a ring would wait for ever.
    return next.isEmpty() ? all.subList(0, Math.min(1, all.size())) : next;
  }
}
