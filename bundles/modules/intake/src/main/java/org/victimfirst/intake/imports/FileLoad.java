package org.victimfirst.intake.imports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.job.JobFailedException;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.extract.RowReader;

/** Loads one file in batches. Rows, problems and checkpoint of a batch share one transaction. */
final class FileLoad {
  /** Records in a batch: more gains nothing on either database. */
  static final int BATCH = 1000;

  private final ImportJob.Parts parts;
  private final Reading reading;
  private final ExtractLoader loader;
  private final LocalDate extractDate;
  private volatile ImportFile file;

  FileLoad(
      ImportJob.Parts parts,
      Reading reading,
      ImportFile file,
      ExtractLoader loader,
      LocalDate extractDate) {
    this.parts = parts;
    this.reading = reading;
    this.file = file;
    this.loader = loader;
    this.extractDate = extractDate;
  }

  /** The file as its last checkpoint has it. */
  ImportFile file() {
    return file;
  }

  ExtractLoader loader() {
    return loader;
  }

  /**
   * Loads what is left of the file.
   *
   * @return the file as it is then
   */
  ImportFile all() throws IOException {
    try (RowReader reader =
            RowReader.open(
                parts.files().path(file.importId(), file.name()),
                file,
                loader.columns(),
                parts.profiles().current());
        ExtractLoader.Session session =
            loader.open(new ExtractLoader.Import(file.importId(), extractDate));
        ReadAhead batches = new ReadAhead(reader, file.read(), BATCH)) {
      while (file.read() < file.records()) {
        reading.now(file);
        RowReader.Batch batch = batches.next();
        if (batch.records() == 0) {
          throw new JobFailedException("The file " + file.name() + " was changed on the disk.");
        }
        file = parts.database().write(connection -> load(connection, session, batch));
      }
      reading.now(file);
      file = parts.database().write(connection -> finish(connection, session));
    }
    return file;
  }

  private ImportFile load(
      Connection connection, ExtractLoader.Session session, RowReader.Batch batch)
      throws SQLException {
    ProblemLog log = new ProblemLog(connection, parts.progress(), file, batch.problems());
    LoadResult result =
        batch.rows().isEmpty() ? new LoadResult(0, 0) : session.load(connection, batch.rows(), log);
    long rejected = batch.records() - (long) result.added() - result.unchanged();
    ImportFile next =
        file.readOn(
            batch.records(),
            new Counts(result.added(), result.unchanged(), rejected, log.reportedRows()));
    parts.progress().checkpoint(connection, next, file.read(), log.problems());
    parts.progress().earlier(connection, file.importId(), log.earlier());
    return next;
  }

  private ImportFile finish(Connection connection, ExtractLoader.Session session)
      throws SQLException {
    ProblemLog log = new ProblemLog(connection, parts.progress(), file, List.of());
    session.finish(connection, log);
    long rejected = log.rejectedRows();
    long fromAdded = Math.min(rejected, file.counts().added());
    ImportFile loaded =
        file.readOn(0, new Counts(-fromAdded, fromAdded - rejected, rejected, log.reportedRows()))
            .as(FileStatus.LOADED, file.reason());
    parts.progress().checkpoint(connection, loaded, file.read(), log.problems());
    parts.progress().earlier(connection, file.importId(), log.earlier());
    return loaded;
  }
}
