package org.victimfirst.intake.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.victimfirst.intake.domain.Imports;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.ProblemFilter;

/**
 * The problems of an import as CSV: UTF-8, commas, a header row. A cell that a spreadsheet would
 * take for a formula is preceded by an apostrophe.
 */
public final class ProblemsCsv {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private ProblemsCsv() {}

  /** Writes all problems that the filter lets through. */
  public static void write(Imports imports, long importId, ProblemFilter filter, OutputStream out)
      throws IOException {
    try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord("file", "record", "line", "key", "column", "code", "severity", "sentence");
      imports.eachProblem(importId, filter, problem -> write(csv, problem));
    } catch (UncheckedIOException e) {
      throw new IOException("The reader of the problems went away", e);
    }
  }

  private static void write(CsvWriter csv, Problem problem) {
    csv.writeRecord(
        guarded(problem.file()),
        Long.toString(problem.record()),
        Long.toString(problem.line()),
        guarded(problem.key()),
        guarded(problem.column()),
        guarded(problem.code()),
        problem.severity().code(),
        guarded(problem.sentence()));
  }

  /** The same text, which no spreadsheet takes for a formula. */
  static String guarded(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
