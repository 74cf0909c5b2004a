package org.victimfirst.modules.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.Repository;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.modules.domain.ChangeFailedException;
import org.victimfirst.modules.domain.Offer;

/**
 * Modules that came as files. The files stay in {@code victimfirst.data/kar}; what is in them is
 * laid out in {@code karaf.data/kar}, where Karaf looks for artifacts, and laid out again when that
 * was cleaned.
 */
@Component(service = KarFolder.class)
public final class KarFolder {
  private static final Logger LOG = LoggerFactory.getLogger(KarFolder.class);
  private static final String ENDING = ".kar";

  /** No uploaded file's name begins like this, so neither can lie over the other. */
  private static final String DEPLOYED = "_deploy-";

  private final FeaturesService features;
  private final FeatureCatalog catalog;
  private final Path files;
  private final Path artifacts;

  /** The folders that the framework's properties name. */
  @Activate
  public KarFolder(
      BundleContext context,
      @Reference FeaturesService features,
      @Reference FeatureCatalog catalog) {
    this.features = features;
    this.catalog = catalog;
    String karaf = context.getProperty("karaf.data");
    String data = context.getProperty("victimfirst.data");
    Path base = Path.of(karaf == null ? "data" : karaf);
    this.artifacts = base.resolve("kar");
    this.files = data == null ? base.resolve("uploaded-kar") : Path.of(data).resolve("kar");
  }

  /**
   * Takes a file in: keeps it, lays it out and makes its modules known. Nothing is installed.
   *
   * @param name file name as sent
   * @return the modules that it brings
   * @throws ChangeFailedException when it is no sound KAR; nothing is kept of it then
   */
  public List<Offer> take(String name, InputStream content) {
    String safe = safeName(name);
    Path temporary = null;
    try {
      Files.createDirectories(files);
      temporary = Files.createTempFile(files, "upload", ".part");
      Files.copy(content, temporary, StandardCopyOption.REPLACE_EXISTING);
      List<Offer> brought = layOut(temporary, safe);
      Files.move(temporary, files.resolve(safe + ENDING), StandardCopyOption.REPLACE_EXISTING);
      return brought;
    } catch (IOException e) {
      throw new ChangeFailedException("The file cannot be stored or read.", e);
    } finally {
      delete(temporary);
    }
  }

  /**
   * Makes the modules of a file known that somebody else keeps. Nothing is installed.
   *
   * @return the modules that it brings
   * @throws ChangeFailedException when it is no sound KAR
   */
  public List<Offer> takeDeployed(Path file) {
    try {
      return layOut(file, DEPLOYED + safeName(String.valueOf(file.getFileName())));
    } catch (IOException e) {
      throw new ChangeFailedException("The file cannot be read.", e);
    }
  }

  /** Forgets the modules of a file that somebody else kept; none of them may be installed. */
  public void forgetDeployed(String name) {
    Path target = artifacts.resolve(DEPLOYED + safeName(name));
    String begin = target.toUri().toString();
    try {
      forget(
          Arrays.stream(features.listRepositories())
              .map(Repository::getURI)
              .filter(uri -> uri.toString().startsWith(begin))
              .toList());
      clear(target);
    } catch (Exception e) {
      LOG.warn("What was in {} stays known", name, e);
    }
  }

  /** Makes all stored files known again. */
  public void restoreAll() {
    if (!Files.isDirectory(files)) {
      return;
    }
    try (Stream<Path> stored = Files.list(files)) {
      for (Path file : stored.filter(path -> path.toString().endsWith(ENDING)).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        try {
          layOut(file, name.substring(0, name.length() - ENDING.length()));
        } catch (ChangeFailedException e) {
          LOG.warn("The module file {} is not used", name, e);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Offer> layOut(Path file, String name) throws IOException {
    Path target = artifacts.resolve(name);
    List<URI> added = new ArrayList<>();
    try {
      List<Path> repositories = new KarFile(file).extract(target);
      Set<String> brought = new TreeSet<>();
      for (Path repository : repositories) {
        URI uri = repository.toUri();
        brought.addAll(check(uri));
        features.addRepository(uri);
        added.add(uri);
      }
      return brought.stream()
          .map(
              id -> {
                String[] parts = id.substring("victimfirst-".length()).split("/", 2);
                return catalog.find(parts[0], parts[1]);
              })
          .flatMap(java.util.Optional::stream)
          .toList();
    } catch (Exception e) {
      forget(added);
      clear(target);
      throw new ChangeFailedException(Reasons.of(e), e);
    }
  }

  /**
   * Features of a file: at least one module, and none that would replace a part of the platform.
   */
  private Set<String> check(URI repository) throws Exception {
    Set<String> modules = new TreeSet<>();
    Set<String> known =
        Arrays.stream(features.listFeatures()).map(Feature::getName).collect(Collectors.toSet());
    Set<String> offered = catalog.offers().keySet();
    for (Feature feature : features.repositoryProvidedFeatures(repository)) {
      boolean module =
          feature.getCapabilities().stream()
              .anyMatch(c -> c.getValue().strip().startsWith("victimfirst."));
      String name = feature.getName();
      if (module && name.startsWith("victimfirst-") && !name.equals("victimfirst-platform")) {
        modules.add(feature.getId());
      } else if (known.contains(name) && !offered.contains(name)) {
        throw new ChangeFailedException(
            "The file would replace a part of the platform: " + name + ".");
      }
    }
    if (modules.isEmpty()) {
      throw new ChangeFailedException("The file brings no module.");
    }
    return modules;
  }

  private void forget(List<URI> repositories) {
    for (URI repository : repositories) {
      try {
        features.removeRepository(repository);
      } catch (Exception e) {
        LOG.warn("The repository {} stays known", repository, e);
      }
    }
  }

  /** Nothing of a file that was refused may be found by Karaf's search for artifacts. */
  private static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static String safeName(String name) {
    String base = name.replace('\\', '/');
    base = base.substring(base.lastIndexOf('/') + 1);
    if (!base.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,100}\\.kar")) {
      throw new ChangeFailedException(
          "The file's name must end with .kar and hold letters, digits, points and hyphens only.");
    }
    return base.substring(0, base.length() - ENDING.length());
  }

  private static void delete(@org.jspecify.annotations.Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("A temporary file stays", e);
    }
  }
}
