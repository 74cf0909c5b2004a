package org.victimfirst.intake.imports;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.intake.ExtractLoader;
import org.victimfirst.api.intake.ExtractRow;
import org.victimfirst.api.intake.LoadResult;
import org.victimfirst.api.job.JobFailedException;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.FileStatus;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.extract.RowReader;

/**
 * Loads one file in batches. Rows, problems and checkpoint of a batch share one transaction. What
 * is left to do when all rows are in may go on beside the files that build on this one.
 */
final class FileLoad implements AutoCloseable {
  /** Records in a batch: more gains nothing on either database. */
  static final int BATCH = 1000;

  private final ImportJob.Parts parts;
  private final Reading reading;
  private final ExtractLoader loader;
  private final LocalDate extractDate;
  private volatile ExtractLoader.@Nullable Session session;
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

  /**
   * Loads the rows that are left of the file.
   *
   * @return the file as it is then
   */
  ImportFile rows() throws IOException {
    ExtractLoader.Session begun =
        loader.open(new ExtractLoader.Import(file.importId(), extractDate));
    session = begun;
    try (RowReader reader =
        RowReader.open(
            parts.files().path(file.importId(), file.name()),
            file,
            loader.columns(),
            parts.profiles().current())) {
      if (file.read() < file.records()) {
        reader.pass(file.read(), BATCH, rows -> passedOver(begun, rows));
        rest(begun, reader);
      }
    }
    return file;
  }

  private void passedOver(ExtractLoader.Session session, List<ExtractRow> rows) {
    reading.now(file);
    mustBeHere();
    parts
        .database()
        .read(
            connection -> {
              session.passedOver(connection, rows);
              return rows.size();
            });
  }

  private void rest(ExtractLoader.Session begun, RowReader reader) {
    try (ReadAhead batches = new ReadAhead(reader, BATCH)) {
      while (file.read() < file.records()) {
        reading.now(file);
        mustBeHere();
        RowReader.Batch batch = batches.next();
        if (batch.records() == 0) {
          throw new JobFailedException("The file " + file.name() + " was changed on the disk.");
        }
        file = parts.database().write(connection -> load(connection, begun, batch));
      }
    }
  }

  /**
   * Ends the file when all its rows are loaded.
   *
   * @return the file as it is then
   */
  ImportFile end() {
    reading.now(file);
    mustBeHere();
    file = parts.database().write(this::finish);
    return file;
  }

  /** Whether its loader is still the one of its file, and not that of a module that has left. */
  boolean isHere() {
    return parts.loaders().find(file.name()).filter(now -> now.loader() == loader).isPresent();
  }

  private void mustBeHere() {
    if (!isHere()) {
      throw new IllegalStateException("The loader of " + file.name() + " has left");
    }
  }

  @Override
  public void close() {
    ExtractLoader.Session open = session;
    if (open != null) {
      open.close();
      session = null;
    }
  }

  private ImportFile load(
      Connection connection, ExtractLoader.Session session, RowReader.Batch batch)
      throws SQLException {
    ProblemLog log = log(connection, batch.problems());
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

  private ProblemLog log(Connection connection, List<Problem> found) {
    return new ProblemLog(connection, parts.progress(), file, loader.after(), found);
  }

  private ImportFile finish(Connection connection) throws SQLException {
    ProblemLog log = log(connection, List.of());
    Objects.requireNonNull(session).finish(connection, log);
    if (log.rejectedRows() > 0) {
      throw new IllegalStateException(
          "The loader of " + file.name() + " refuses rows that it has stored already");
    }
    ImportFile loaded =
        file.readOn(0, new Counts(0, 0, 0, log.reportedRows()))
            .as(FileStatus.LOADED, file.reason());
    parts.progress().checkpoint(connection, loaded, file.read(), log.problems());
    parts.progress().earlier(connection, file.importId(), log.earlier());
    return loaded;
  }
}
