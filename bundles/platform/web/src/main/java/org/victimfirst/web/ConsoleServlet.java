package org.victimfirst.web;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.victimfirst.security.Origins;
import org.victimfirst.web.http.Exchange;
import org.victimfirst.web.shell.Dispatcher;

/** The servlet that all pages come through. */
final class ConsoleServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Dispatcher dispatcher;
  private final transient Origins origins;

  ConsoleServlet(Dispatcher dispatcher, Origins origins) {
    this.dispatcher = dispatcher;
    this.origins = origins;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    dispatcher.answer(
        new Exchange(
            request,
            response,
            origins.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"))));
  }
}
