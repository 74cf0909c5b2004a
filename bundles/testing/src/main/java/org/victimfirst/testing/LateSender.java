package org.victimfirst.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.SocketFactory;

/** Sends a file, and the last of it when the answer is there already, as a slow line does. */
public final class LateSender {
  private static final int PATIENCE_MS = 30_000;
  private static final Pattern LENGTH =
      Pattern.compile("content-length: (\\d+)", Pattern.CASE_INSENSITIVE);

  private LateSender() {}

  /**
   * Posts a file of letters in a multipart form and keeps the connection.
   *
   * @param headers lines of the request, each with its end
   * @param before bytes that are sent at once
   * @param after bytes that are sent when the first letter of the answer has come
   * @return the answer with its status line and headers
   * @throws IOException when the server hangs up before all is sent, or does not answer
   */
  public static String post(URI address, String headers, int before, int after) throws IOException {
    String start =
        "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.csv\"\r\n\r\n";
    String end = "\r\n--part--\r\n";
    try (Socket socket =
        SocketFactory.getDefault().createSocket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      OutputStream out = socket.getOutputStream();
      String head =
          "POST "
              + address.getPath()
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + headers
              + "Content-Type: multipart/form-data; boundary=part\r\nContent-Length: "
              + (start.length() + before + after + end.length())
              + "\r\n\r\n"
              + start;
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write("a".repeat(before).getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      answer.write(socket.getInputStream().readNBytes(1));
      out.write("b".repeat(after).getBytes(StandardCharsets.UTF_8));
      out.write(end.getBytes(StandardCharsets.UTF_8));
      return rest(answer, socket.getInputStream());
    }
  }

  private static String rest(ByteArrayOutputStream answer, InputStream in) throws IOException {
    while (!answer.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      byte[] next = in.readNBytes(1);
      if (next.length == 0) {
        throw new IOException("The answer ends within its headers");
      }
      answer.write(next);
    }
    Matcher length = LENGTH.matcher(answer.toString(StandardCharsets.UTF_8));
    answer.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
    return answer.toString(StandardCharsets.UTF_8);
  }
}
