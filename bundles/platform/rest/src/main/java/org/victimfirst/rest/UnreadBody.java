package org.victimfirst.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * What is still to come of a request that was refused before it was read.
 *
 * <p>A connection that is closed while the other side is sending takes the answer with it: who
 * sends sees a broken connection and never learns why it was refused.
 */
public final class UnreadBody {
  /** Bytes after which a connection is closed all the same: above what any address takes. */
  private static final long MOST = 1L << 30;

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

  private UnreadBody() {}

  /**
   * Sends the answer and throws the rest of the request away, for half a minute at most. Who asked
   * first whether to send ({@code Expect: 100-continue}) has the answer to that and sends nothing.
   *
   * @throws IOException when the other side has gone
   */
  public static void discard(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.flushBuffer();
    if (request.getHeader("Expect") != null) {
      return;
    }
    long begun = System.nanoTime();
    InputStream body = request.getInputStream();
    byte[] thrownAway = new byte[8192];
    long all = 0;
    for (int read = 0; read >= 0 && all < MOST; all += read) {
      if (System.nanoTime() - begun > LONGEST_NANOS) {
        return;
      }
      read = body.read(thrownAway);
    }
  }
}
