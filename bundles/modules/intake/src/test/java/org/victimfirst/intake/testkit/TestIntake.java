package org.victimfirst.intake.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.job.JobRun;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.Imports;
import org.victimfirst.intake.domain.Settings;
import org.victimfirst.intake.domain.StoredFiles;
import org.victimfirst.intake.imports.ImportJob;
import org.victimfirst.intake.imports.Loaders;
import org.victimfirst.intake.imports.LookupsLoader;
import org.victimfirst.intake.imports.Statistics;
import org.victimfirst.intake.receive.Receipt;
import org.victimfirst.intake.receive.Reception;
import org.victimfirst.intake.receive.Upload;
import org.victimfirst.intake.store.DiskFiles;
import org.victimfirst.intake.store.JdbcImports;
import org.victimfirst.intake.store.JdbcProgress;
import org.victimfirst.persistence.job.JobTable;
import org.victimfirst.testing.TestDatabase;

/** The module's parts on a real database, put together as the framework does it. */
public final class TestIntake implements AutoCloseable {
  /** Who imports. */
  public static final Call CALL =
      new Call(
          new Actor(
              7,
              "marek",
              "Marek Stone",
              Actor.Kind.PERSON,
              Set.of("triage_worker"),
              Set.of("intake:read", "intake:import")),
          "test",
          "-");

  private final TestDatabase test;
  private final StoredFiles files;
  private final JobTable jobs;
  private final Imports imports;
  private final JdbcProgress progress;
  private final Loaders loaders;
  private final LookupsProfile profile = new LookupsProfile();
  private final Settings settings;

  /** Opens a new database and folder. */
  public TestIntake(Dialect dialect, Path data, Settings.Config config) {
    this.test = TestDatabase.open(dialect, "intake");
    this.files = new DiskFiles(data);
    this.jobs = new JobTable(test.installation().pool(), test.ids());
    this.imports = new JdbcImports(test.database(), test.ids(), jobs, test.audit());
    this.progress = new JdbcProgress(test.database(), test.ids(), jobs);
    this.loaders = new Loaders(progress);
    this.settings = new Settings(config);
    Rows.prepare(test.database());
  }

  /** Opens with the settings that hold by default. */
  public static TestIntake open(Dialect dialect, Path data) {
    return new TestIntake(dialect, data, new TestConfig(2048, 16384, 200, 100));
  }

  /** Loaders of referrals, demographics, cases and their children, and of the lookups. */
  public TestIntake withLoaders() {
    add(new LookupsLoader(profile));
    add(new Rows("demographics.csv", Set.of(), "", ""));
    add(new Rows("referrals.csv", Set.of("demographics.csv"), "", ""));
    add(new Rows("cases.csv", Set.of("referrals.csv"), "referrals.csv", "referral_id"));
    add(new Rows("contact_attempts.csv", Set.of("cases.csv"), "cases.csv", "case_id"));
    add(new Rows("needs_assessments.csv", Set.of("cases.csv"), "cases.csv", "case_id"));
    return this;
  }

  /** A loader arrives. */
  public void add(ExtractLoader loader) {
    loaders.addLoader(loader, Map.of("victimfirst.module", "intake"));
  }

  /** The loaders. */
  public Loaders loaders() {
    return loaders;
  }

  /** The database. */
  public TestDatabase test() {
    return test;
  }

  /** The imports. */
  public Imports imports() {
    return imports;
  }

  /** What the job writes. */
  public JdbcProgress progress() {
    return progress;
  }

  /** The files on disk. */
  public StoredFiles files() {
    return files;
  }

  /** The jobs. */
  public JobTable jobs() {
    return jobs;
  }

  /** The profile. */
  public LookupsProfile profile() {
    return profile;
  }

  /** The settings. */
  public Settings settings() {
    return settings;
  }

  /** Takes files in. */
  public Reception reception() {
    return new Reception(imports, files, test.ids(), settings, loaders);
  }

  /** Sends files of the messy extract. */
  public Receipt send(String... names) throws IOException {
    List<Upload> uploads = new ArrayList<>();
    for (String name : names) {
      uploads.add(upload(name, name));
    }
    return send(uploads.toArray(Upload[]::new));
  }

  /** Sends files. */
  public Receipt send(Upload... uploads) throws IOException {
    return reception().files(CALL, List.of(uploads));
  }

  /** A file of the messy extract under another name. */
  public static Upload upload(String name, String resource) {
    return new Upload(
        name,
        () ->
            resource.endsWith(".json")
                ? java.util.Objects.requireNonNull(
                    Messy.class.getResourceAsStream("/messy/" + resource))
                : Messy.open(resource));
  }

  /** A file with some text. */
  public static Upload text(String name, String content) {
    return new Upload(
        name,
        () -> new ByteArrayInputStream(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** A zip of some files. */
  public static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** Does the job of an import, as a new instance would. */
  public void run(long importId) throws Exception {
    run(importId, new QuietRun(importId, jobOf(importId)));
  }

  /** The newest job of an import. */
  public long jobOf(long importId) {
    return imports.find(importId).orElseThrow().jobId();
  }

  /** Does the job of an import; at one of its words of progress something else happens. */
  public void runAnd(long importId, int word, Runnable elsewhere) throws Exception {
    run(importId, new DisturbedRun(importId, jobOf(importId), new AtomicInteger(word), elsewhere));
  }

  /** Does the job of an import. */
  private void run(long importId, JobRun run) throws Exception {
    Statistics statistics = new Statistics();
    statistics.addDatabase(test.database());
    new ImportJob(
            test.database(),
            imports,
            progress,
            files,
            loaders,
            statistics,
            profile,
            test.audit(),
            settings)
        .run(run);
  }

  /** A file of an import. */
  public ImportFile file(long importId, String name) {
    return imports.files(importId).stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws InterruptedException {
    loaders.stop();
    test.close();
  }

  /** A run in which something else happens at one of its words of progress. */
  private record DisturbedRun(long subjectId, long jobId, AtomicInteger left, Runnable elsewhere)
      implements JobRun {
    @Override
    public void progress(long done, long total, String message) {
      if (left.decrementAndGet() == 0) {
        elsewhere.run();
      }
    }
  }

  /** A run that nobody watches. */
  private record QuietRun(long subjectId, long jobId) implements JobRun {
    @Override
    public void progress(long done, long total, String message) {
      if (total > 0 && done > total) {
        throw new IllegalStateException("More is done than there is");
      }
    }
  }

  /** Settings. */
  @SuppressWarnings("BadAnnotationImplementation")
  public record TestConfig(
      int maxUploadMegabytes, int maxUnpackedMegabytes, int maxFiles, int maxRatio)
      implements Settings.Config {
    @Override
    public int keepDays() {
      return 30;
    }

    @Override
    public int keepWaitingDays() {
      return 365;
    }

    @Override
    public Class<Settings.Config> annotationType() {
      return Settings.Config.class;
    }
  }
}
