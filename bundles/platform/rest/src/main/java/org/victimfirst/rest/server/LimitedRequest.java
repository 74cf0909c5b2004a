package org.victimfirst.rest.server;

import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.victimfirst.api.rest.ProblemException;

/** A request whose body ends in a problem when it is longer than it may be. */
final class LimitedRequest extends HttpServletRequestWrapper {
  private final long limit;

  LimitedRequest(HttpServletRequest request, long limit) {
    super(request);
    this.limit = limit;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Counted(super.getInputStream(), limit);
  }

  static ProblemException tooLarge(long limit) {
    ProblemType type = ProblemType.BODY_TOO_LARGE;
    return new ProblemException(
            type.status(),
            type.code(),
            type.title(),
            "At most " + limit + " bytes are taken at this address.")
        .with("limit_bytes", limit);
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream in;
    private final long limit;
    private long read;

    Counted(ServletInputStream in, long limit) {
      this.in = in;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      count(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int got = in.read(buffer, offset, length);
      count(Math.max(0, got));
      return got;
    }

    private void count(int more) {
      read += more;
      if (read > limit) {
        throw tooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
