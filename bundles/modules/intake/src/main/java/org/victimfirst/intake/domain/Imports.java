package org.victimfirst.intake.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Call;

/** The imports that are there: what pages and resources ask. */
public interface Imports {
  /** Type of the job that does an import; its subject is the import. */
  String IMPORT_JOB = "intake.import";

  /**
   * Adds an import whose files are stored, and its job.
   *
   * @param keptUntil last day on which its files are kept, until it ends and says another
   * @return the job's id
   */
  long add(Call call, long importId, List<ReceivedFile> files, LocalDate keptUntil);

  /** Starts an import that failed again; it goes on where it was. Empty when it did not fail. */
  Optional<Long> again(Call call, long importId);

  /** One import. */
  Optional<ImportHead> find(long importId);

  /** The files of an import, in their order. */
  List<ImportFile> files(long importId);

  /** What became of the rows of some imports, all files together. */
  Map<Long, Counts> totals(List<Long> importIds);

  /** Imports, newest first. */
  Paged<ImportHead> list(int page, int size);

  /** Problems of an import, in the order of files, records and columns. */
  Paged<Problem> problems(long importId, ProblemFilter filter, int page, int size);

  /** All problems of an import, one by one, for a download. */
  void eachProblem(long importId, ProblemFilter filter, Consumer<Problem> taker);

  /** How often each problem occurs in an import. */
  List<ProblemCount> problemCounts(long importId);
}
