package org.victimfirst.benchmarks.limit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/** Answers with as many bytes as it is asked for: {@code /limit/page?bytes=N}. */
@Component(
    service = Servlet.class,
    property = {
      LimitContext.SELECT,
      "osgi.http.whiteboard.servlet.pattern=/page",
      "osgi.http.whiteboard.servlet.name=victimfirst-limit-page"
    })
public final class BareServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] page =
        "x"
            .repeat(Integer.parseInt(request.getParameter("bytes")))
            .getBytes(StandardCharsets.US_ASCII);
    response.setContentType("text/html");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
