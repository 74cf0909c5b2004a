package org.victimfirst.intake.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8 and keeps what is none: each byte that does not belong to UTF-8 comes as a lone low
 * surrogate {@code U+DC00 + byte}, which no sound UTF-8 can bring. {@link RawRecord} turns it into
 * the Windows-1252 character that it most likely was. So a wrong byte is neither lost nor replaced,
 * and the cell that holds it is known. A byte-order mark of UTF-8 is left out.
 */
final class ExtractText extends Reader {
  /** First character that stands for a byte outside UTF-8. */
  static final char ESCAPE = 0xDC00;

  private static final int BUFFER = 1 << 16;
  private static final int BOM_LENGTH = 3;

  private final InputStream in;
  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private boolean begun;
  private boolean ended;
  private long escaped;
  private boolean multibyte;

  ExtractText(InputStream in) {
    this.in = in;
  }

  /** Bytes so far that are not UTF-8. */
  long escaped() {
    return escaped;
  }

  /** Whether a sound character of several bytes was read: then the file is meant as UTF-8. */
  boolean multibyte() {
    return multibyte;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    if (!begun) {
      begun = true;
      fill();
      skipByteOrderMark();
    }
    while (true) {
      decode(out);
      if (out.position() > offset) {
        return out.position() - offset;
      }
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
    }
  }

  private void decode(CharBuffer out) throws IOException {
    int fromByte = bytes.position();
    int fromChar = out.position();
    CoderResult result = utf8.decode(bytes, out, ended);
    multibyte |= bytes.position() - fromByte > out.position() - fromChar;
    if (result.isMalformed()) {
      escape(out);
    } else if (result.isUnderflow() && !ended) {
      fill();
    } else if (result.isUnderflow() && bytes.hasRemaining()) {
      escape(out);
    }
  }

  private void escape(CharBuffer out) {
    if (out.hasRemaining()) {
      out.put((char) (ESCAPE + (bytes.get() & 0xFF)));
      escaped++;
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  private void skipByteOrderMark() throws IOException {
    while (bytes.remaining() < BOM_LENGTH && !ended) {
      fill();
    }
    if (bytes.remaining() >= BOM_LENGTH
        && bytes.get(0) == (byte) 0xEF
        && bytes.get(1) == (byte) 0xBB
        && bytes.get(2) == (byte) 0xBF) {
      bytes.position(BOM_LENGTH);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
