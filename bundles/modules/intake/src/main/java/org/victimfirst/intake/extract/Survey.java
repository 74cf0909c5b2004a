package org.victimfirst.intake.extract;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.victimfirst.api.area.AreaProfile;
import org.victimfirst.api.intake.ExtractColumn;
import org.victimfirst.intake.domain.ImportFile;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.Severity;

/**
 * The look at a whole file before anything of it is loaded.
 *
 * @param refused whether nothing of it may be loaded
 * @param records data records in it
 * @param form how its text is written
 * @param problems what is wrong with the file as a whole
 */
public record Survey(boolean refused, long records, ImportFile.Form form, List<Problem> problems) {
  /** Encoding of a file that is UTF-8 throughout. */
  public static final String UTF_8 = "utf-8";

  /** Encoding of a file that is Windows-1252 throughout. */
  public static final String WINDOWS_1252 = "windows-1252";

  /** Encoding of a file that is UTF-8 but for some cells. */
  public static final String MIXED = "mixed";

  private static final long SAY_EVERY = 20_000;

  /** Copies the problems. */
  public Survey {
    problems = List.copyOf(problems);
  }

  /**
   * Looks at a file.
   *
   * @param path where it is
   * @param name its name in the extract
   * @param columns what it must have
   * @param profile the lists of codes
   * @param reading told from time to time how many records were seen
   * @throws IOException when it cannot be read from the disk
   */
  public static Survey of(
      Path path,
      String name,
      List<ExtractColumn> columns,
      AreaProfile profile,
      LongConsumer reading)
      throws IOException {
    List<Problem> problems = new ArrayList<>();
    try {
      refuseOtherKinds(path);
      for (ExtractColumn column : columns) {
        ColumnCheck.of(column, profile);
      }
      return read(path, name, columns, problems, reading);
    } catch (RefusedFileException e) {
      problems.add(0, e.problem(name));
      return new Survey(true, 0, ImportFile.Form.UNKNOWN, problems);
    }
  }

  private static Survey read(
      Path path,
      String name,
      List<ExtractColumn> columns,
      List<Problem> problems,
      LongConsumer reading)
      throws IOException {
    try (ExtractFile file = ExtractFile.toSurvey(path)) {
      Header header = Header.read(name, first(file), columns, problems);
      boolean tooShort = false;
      boolean openQuote = false;
      try {
        for (RawRecord record = file.next(); record != null; record = file.next()) {
          tooShort = record.size() < header.cells();
          if (record.record() % SAY_EVERY == 0) {
            reading.accept(record.record());
          }
        }
      } catch (CsvParseException e) {
        refuseUnlessCutOff(file, path, e);
        openQuote = true;
      }
      long records = file.current().record() + (openQuote ? 1 : 0);
      boolean cutOff = openQuote || (tooShort && !LastLine.ended(path));
      return new Survey(
          false, records, new ImportFile.Form(encoding(file, name, problems), cutOff), problems);
    }
  }

  private static RawRecord first(ExtractFile file) {
    try {
      RawRecord first = file.next();
      if (first != null) {
        return first;
      }
    } catch (CsvParseException e) {
      throw new RefusedFileException(
          1, "", "no_header", "The first row cannot be read: a quotation mark is not closed.");
    }
    throw new RefusedFileException(0, "", "empty_file", "The file has no rows, not even a header.");
  }

  /** A quote that is open at the end, in the last line: the file is cut off there, not broken. */
  private static void refuseUnlessCutOff(ExtractFile file, Path path, CsvParseException e)
      throws IOException {
    if (e.getCause() != null) {
      throw e;
    }
    long line = file.current().line();
    boolean atEnd = String.valueOf(e.getMessage()).startsWith("Unclosed quoted field");
    if (!atEnd || LastLine.number(path) != line) {
      throw new RefusedFileException(
          line,
          "",
          "unterminated_quote",
          "A quotation mark in the row that begins on line "
              + line
              + " is not closed, or is followed by more text, so the rows after it cannot be told"
              + " apart.");
    }
  }

  private static String encoding(ExtractFile file, String name, List<Problem> problems) {
    if (file.text().escaped() == 0) {
      return UTF_8;
    }
    if (file.text().multibyte()) {
      return MIXED;
    }
    problems.add(
        Problem.ofFile(
            name,
            0,
            "",
            "windows_1252",
            Severity.REPORTED,
            "The file is in Windows-1252, not in UTF-8. It was read as Windows-1252."));
    return WINDOWS_1252;
  }

  private static void refuseOtherKinds(Path path) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(4);
    }
    if (start.length == 0) {
      throw new RefusedFileException(0, "", "empty_file", "The file is empty.");
    }
    int two = start.length < 2 ? 0 : (start[0] & 0xFF) << 8 | (start[1] & 0xFF);
    if (two == 0xFFFE || two == 0xFEFF || (start[0] == 0 || (start.length > 1 && start[1] == 0))) {
      throw new RefusedFileException(
          0, "", "utf_16", "The file is in UTF-16. Save it as CSV in UTF-8.");
    }
    boolean zip = two == ('P' << 8 | 'K') && start.length > 2 && start[2] < ' ';
    if (zip || two == 0xD0CF || two == 0x1F8B || two == ('%' << 8 | 'P')) {
      throw new RefusedFileException(
          0,
          "",
          "not_csv",
          "The file is no text, but a spreadsheet, an archive or a document. Save it as CSV.");
    }
  }
}
