package org.victimfirst.intake.extract;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A CSV file of the extract, read record by record. The header is the first record. */
final class ExtractFile implements AutoCloseable {
  /** Longest cell, in characters: an open quote must not fill the memory. */
  static final int MAX_CELL = 1 << 22;

  private final RawRecord current;
  private final ExtractText text;
  private final CsvReader<RawRecord> reader;
  private final CloseableIterator<RawRecord> records;

  private ExtractFile(Path path, boolean texts, boolean openQuoteAtEnd) throws IOException {
    current = new RawRecord(texts);
    text = new ExtractText(Files.newInputStream(path));
    reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(openQuoteAtEnd)
            .maxBufferSize(MAX_CELL)
            .build(new Handler(current), text);
    records = reader.iterator();
  }

  /** Opens a file to look at its form only: cells of data records are not kept. */
  static ExtractFile toSurvey(Path path) throws IOException {
    return new ExtractFile(path, false, false);
  }

  /** Opens a file whose form is known. */
  static ExtractFile toRead(Path path) throws IOException {
    return new ExtractFile(path, true, true);
  }

  /** The next record, the same object each time, or null at the end. */
  @Nullable RawRecord next() {
    return records.hasNext() ? records.next() : null;
  }

  /** The record that is being read: says where it was when reading failed. */
  RawRecord current() {
    return current;
  }

  /** The text, which knows about its encoding. */
  ExtractText text() {
    return text;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static final class Handler extends AbstractBaseCsvCallbackHandler<RawRecord> {
    private final RawRecord target;
    private boolean empty;

    Handler(RawRecord target) {
      this.target = target;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      target.begin(startingLineNumber);
      empty = false;
    }

    @Override
    protected void handleField(int at, char[] buffer, int offset, int length, boolean quoted) {
      target.add(buffer, offset, length, quoted);
    }

    @Override
    protected void handleEmpty() {
      empty = true;
    }

    @Override
    protected RawRecord buildRecord() {
      if (!empty) {
        target.counted();
      }
      return target;
    }
  }
}
