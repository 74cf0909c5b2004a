package org.victimfirst.api.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Claims one file of the legacy extract. A service with {@code victimfirst.module}; of two for one
 * file the one with the higher service ranking is used.
 *
 * <p>The intake module reads the file, checks its form and the cells by {@link #columns()}, and
 * hands the sound rows over in batches. It calls {@link Session#load} in a transaction that also
 * holds its own progress, so that after a crash no batch is lost or loaded twice.
 */
@ConsumerType
public interface ExtractLoader {
  /** Name of the file, such as {@code referrals.csv}. */
  String file();

  /** The columns it knows, in the order of the schema; the first is the key. */
  List<ExtractColumn> columns();

  /**
   * Files that must be loaded before this one, where they are present: all that it builds on,
   * reports on or asks about. Files that do not build on one another may be loaded at the same
   * time.
   */
  Set<String> after();

  /** Begins the loading of one file. */
  Session open(Import run);

  /**
   * What a loader may know of the import.
   *
   * @param importId its id
   * @param extractDate the day on which the extract was made; nothing in it is later
   */
  record Import(long importId, LocalDate extractDate) {}

  /** The loading of one file; used by one thread at a time. */
  @ConsumerType
  interface Session extends AutoCloseable {
    /**
     * Rows that an earlier run of the same import has handed over and stored or refused, in their
     * order, when it goes on after a crash: before the first {@link #load}. For what a loader must
     * know of them; it stores, reports and refuses nothing.
     */
    default void passedOver(Connection connection, List<ExtractRow> rows) throws SQLException {}

    /** Checks the rows against what is stored, reports problems, and stores the sound ones. */
    LoadResult load(Connection connection, List<ExtractRow> rows, Problems problems)
        throws SQLException;

    /**
     * Ends the file, for what needs all its rows. Called once, after the last batch, and again when
     * a run broke off before its end. Files that build on this one may be loaded meanwhile: it
     * reports and refuses nothing.
     */
    void finish(Connection connection, Problems problems) throws SQLException;

    @Override
    void close();
  }
}
