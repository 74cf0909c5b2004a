package org.victimfirst.intake.receive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.intake.domain.Settings;

/** Counts what comes in, and what it unpacks to, and refuses what is too much. */
final class Allowance {
  private static final long RATIO_FROM = 10L << 20;

  private final Settings settings;
  private long received;
  private long unpacked;
  private int files;

  Allowance(Settings settings) {
    this.settings = settings;
  }

  /** One more file. */
  void file() {
    if (++files > settings.maxFiles()) {
      throw tooMuch("The upload has more than " + settings.maxFiles() + " files.");
    }
  }

  /** Some more bytes of a file. */
  void unpacked(long bytes) {
    unpacked += bytes;
    if (unpacked > settings.maxUnpacked()) {
      throw tooMuch("The files are larger than this service takes at once.");
    }
    if (unpacked > RATIO_FROM && unpacked / settings.maxRatio() > received) {
      throw tooMuch("The zip unpacks to far more than it should. Make it again with fewer files.");
    }
  }

  /** A stream that counts what is read of it. */
  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
      }

      @Override
      public long skip(long n) throws IOException {
        long count = super.skip(n);
        count(count);
        return count;
      }
    };
  }

  private void count(long bytes) {
    received += bytes;
    if (received > settings.maxUpload()) {
      throw tooMuch("The upload is larger than this service takes.");
    }
  }

  private static ProblemException tooMuch(String detail) {
    return new ProblemException(413, "upload_too_large", "The upload is too large", detail);
  }
}
