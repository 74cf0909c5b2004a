package org.victimfirst.intake.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * One record as it came: its cells, a hash of each, and what was odd about them. One object is used
 * for all records of a file; whoever keeps something of it copies it.
 */
final class RawRecord {
  /** A quote stands inside a cell that does not begin with one. */
  static final byte STRAY_QUOTE = 1;

  /** The cell held a NUL, which was taken out. */
  static final byte NUL = 2;

  /** The cell held bytes that are not UTF-8 and were read as Windows-1252. */
  static final byte WINDOWS_1252 = 4;

  /** The cell held bytes that are no character in Windows-1252 either. */
  static final byte UNREADABLE = 8;

  private static final Charset CP1252 = Charset.forName("windows-1252");
  private static final long HASH_SEED = 0xCBF29CE484222325L;
  private static final long HASH_PRIME = 0x100000001B3L;

  private final boolean texts;
  private long record = -1;
  private long line;
  private int size;
  private String[] cells = new String[40];
  private byte[] oddities = new byte[40];
  private long[] hashes = new long[40];

  /**
   * A record.
   *
   * @param texts whether cells are wanted, or only their number
   */
  RawRecord(boolean texts) {
    this.texts = texts;
  }

  /** Number of the data record, from 1; the header is record 0. */
  long record() {
    return record;
  }

  /** Physical line on which it begins, from 1. */
  long line() {
    return line;
  }

  /** Number of its cells. */
  int size() {
    return size;
  }

  String cell(int at) {
    return cells[at];
  }

  byte oddities(int at) {
    return oddities[at];
  }

  long hash(int at) {
    return hashes[at];
  }

  void begin(long startingLine) {
    line = startingLine;
    size = 0;
  }

  void counted() {
    record++;
  }

  void add(char[] buffer, int offset, int length, boolean quoted) {
    if (size == cells.length) {
      cells = Arrays.copyOf(cells, size * 2);
      oddities = Arrays.copyOf(oddities, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    if (texts || record < 0) {
      scan(buffer, offset, length, quoted);
    }
    size++;
  }

  /** One look at each character: the hash, and whether anything is odd. */
  private void scan(char[] buffer, int offset, int length, boolean quoted) {
    long hash = HASH_SEED;
    byte odd = 0;
    for (int i = offset; i < offset + length; i++) {
      char c = buffer[i];
      hash = (hash ^ c) * HASH_PRIME;
      if (c == 0) {
        odd |= NUL;
      } else if (c == '"' && !quoted) {
        odd |= STRAY_QUOTE;
      } else if (escaped(buffer, offset, i)) {
        odd |= WINDOWS_1252;
      }
    }
    hashes[size] = hash;
    oddities[size] = odd;
    cells[size] =
        length == 0
            ? ""
            : (odd & (NUL | WINDOWS_1252)) != 0
                ? cleaned(buffer, offset, length)
                : new String(buffer, offset, length);
  }

  private static boolean escaped(char[] buffer, int offset, int at) {
    return Character.isLowSurrogate(buffer[at])
        && (at == offset || !Character.isHighSurrogate(buffer[at - 1]));
  }

  private String cleaned(char[] buffer, int offset, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = offset; i < offset + length; i++) {
      if (escaped(buffer, offset, i)) {
        text.append(windows1252((byte) (buffer[i] - ExtractText.ESCAPE)));
      } else if (buffer[i] != 0) {
        text.append(buffer[i]);
      }
    }
    return text.toString();
  }

  private String windows1252(byte b) {
    try {
      return CP1252.newDecoder().decode(ByteBuffer.wrap(new byte[] {b})).toString();
    } catch (CharacterCodingException e) {
      oddities[size] |= UNREADABLE;
      return "";
    }
  }
}
