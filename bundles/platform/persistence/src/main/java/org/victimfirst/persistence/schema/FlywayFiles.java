package org.victimfirst.persistence.schema;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands the chosen migrations to Flyway, which would otherwise search a class path. */
final class FlywayFiles implements ResourceProvider {
  private final Map<String, MigrationFile> files;

  FlywayFiles(Map<String, MigrationFile> files) {
    this.files = files;
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    MigrationFile file = files.get(name);
    return file == null ? null : new FlywayFile(name, file);
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return files.entrySet().stream()
        .filter(e -> e.getKey().startsWith(prefix))
        .filter(e -> Stream.of(suffixes).anyMatch(e.getKey()::endsWith))
        .<LoadableResource>map(e -> new FlywayFile(e.getKey(), e.getValue()))
        .toList();
  }

  private static final class FlywayFile extends LoadableResource {
    private final String commonName;
    private final MigrationFile file;

    FlywayFile(String commonName, MigrationFile file) {
      this.commonName = commonName;
      this.file = file;
    }

    @Override
    public Reader read() {
      return new StringReader(file.text());
    }

    @Override
    public String getAbsolutePath() {
      return "db/" + file.name();
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return getAbsolutePath();
    }

    @Override
    public String getFilename() {
      return commonName;
    }

    @Override
    public String getRelativePath() {
      return commonName;
    }
  }
}
