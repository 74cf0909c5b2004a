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
  private static final String PREFIX = "victimfirst-";

  /** No uploaded file's name begins like this, so neither can lie over the other. */
  private static final String DEPLOYED = "_deploy-";

  private final FeaturesService features;
  private final FeatureCatalog catalog;
  private final Path files;
  private final Path artifacts;

  /** Outside of what Karaf searches: nothing of a file that is refused may be found. */
  private final Path fresh;

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
    this.fresh = base.resolve("kar-new");
    this.files = data == null ? base.resolve("uploaded-kar") : Path.of(data).resolve("kar");
  }

  /**
   * Takes a file in: keeps it, lays it out and makes its modules known. Nothing is installed.
   *
   * @param name file name as sent
   * @return the modules that it brings
   * @throws ChangeFailedException when it is no sound KAR, or a file of that name brought other
   *     modules; nothing is kept of it then, and everything before it is as it was
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
    try {
      forget(known().stream().filter(uri -> isIn(target, uri)).toList());
      Overlay.clear(target);
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

  /**
   * Looks at a file beside what is laid out, and lays it over that when it is sound: the version
   * that is installed may have come in a file of the same name.
   */
  private synchronized List<Offer> layOut(Path file, String name) throws IOException {
    Path target = artifacts.resolve(name);
    Files.createDirectories(fresh);
    Path beside = Files.createTempDirectory(fresh, "kar");
    Overlay overlay = new Overlay(target, beside.resolve("replaced"));
    List<URI> added = new ArrayList<>();
    try {
      Path content = beside.resolve("content");
      List<Path> repositories = new KarFile(file).extract(content);
      Set<String> brought = new TreeSet<>();
      for (Path repository : repositories) {
        brought.addAll(check(repository.toUri()));
      }
      refuseOthers(target, brought);
      Set<URI> known = known();
      overlay.lay(content);
      for (Path repository : repositories) {
        URI uri = target.resolve(content.relativize(repository)).toUri();
        features.addRepository(uri);
        if (!known.contains(uri)) {
          added.add(uri);
        }
      }
      return brought.stream()
          .map(KarFolder::nameAndVersion)
          .flatMap(parts -> catalog.find(parts[0], parts[1]).stream())
          .toList();
    } catch (Exception e) {
      forget(added);
      overlay.takeOff();
      throw new ChangeFailedException(Reasons.of(e), e);
    } finally {
      Overlay.clear(beside);
    }
  }

  /** Not by the text of the addresses: a folder's ends otherwise while it is absent. */
  private static boolean isIn(Path folder, URI uri) {
    return "file".equals(uri.getScheme()) && Path.of(uri).startsWith(folder.toAbsolutePath());
  }

  private static String[] nameAndVersion(String id) {
    return id.substring(PREFIX.length()).split("/", 2);
  }

  private Set<URI> known() throws Exception {
    return Arrays.stream(features.listRepositories())
        .map(Repository::getURI)
        .collect(Collectors.toSet());
  }

  /** Only the newest file of a name is kept: it must bring again what the one before brought. */
  private void refuseOthers(Path target, Set<String> brought) throws Exception {
    Set<String> names =
        brought.stream().map(id -> nameAndVersion(id)[0]).collect(Collectors.toSet());
    for (URI uri : known()) {
      if (isIn(target, uri)) {
        for (Feature feature : features.repositoryProvidedFeatures(uri)) {
          if (isModule(feature) && !names.contains(nameAndVersion(feature.getId())[0])) {
            throw new ChangeFailedException(
                "A file of this name brought the module "
                    + nameAndVersion(feature.getId())[0]
                    + ", and this one does not. Give it another name.");
          }
        }
      }
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
      String name = feature.getName();
      if (isModule(feature)) {
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

  private static boolean isModule(Feature feature) {
    return feature.getName().startsWith(PREFIX)
        && !feature.getName().equals(PREFIX + "platform")
        && feature.getCapabilities().stream()
            .anyMatch(c -> c.getValue().strip().startsWith("victimfirst."));
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
