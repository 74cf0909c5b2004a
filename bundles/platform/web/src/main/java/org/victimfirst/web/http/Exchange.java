package org.victimfirst.web.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.victimfirst.rest.UnreadBody;

/** One request and its answer. */
public final class Exchange {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final String path;
  private final Map<String, List<String>> query;
  private final String requestId;
  private final String origin;

  /**
   * Reads the request's line and sets the headers that every answer has.
   *
   * @param origin the caller's network address
   */
  public Exchange(HttpServletRequest request, HttpServletResponse response, String origin) {
    this.request = request;
    this.response = response;
    this.origin = origin;
    this.path = Decoding.path(request.getRequestURI());
    this.query = Decoding.fields(Optional.ofNullable(request.getQueryString()).orElse(""));
    this.requestId = RequestIds.next();
    header("Content-Security-Policy", POLICY);
    header("X-Content-Type-Options", "nosniff");
    header("Referrer-Policy", "no-referrer");
    header("Cross-Origin-Opener-Policy", "same-origin");
    header("Cross-Origin-Resource-Policy", "same-origin");
    header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    header("Cache-Control", "no-store");
    header("X-Request-Id", requestId);
    if (secure()) {
      header("Strict-Transport-Security", "max-age=31536000");
    }
  }

  /** The request as the servlet API gives it. */
  public HttpServletRequest request() {
    return request;
  }

  /** GET, POST …; HEAD counts as GET, whose body nobody reads. */
  public String method() {
    String method = request.getMethod();
    return method.equals("HEAD") ? "GET" : method;
  }

  /** The path, decoded; an empty string when it is none that a page can have. */
  public String path() {
    return path;
  }

  /** The path with its query, as it was asked for. */
  public String address() {
    String line = request.getQueryString();
    return line == null ? request.getRequestURI() : request.getRequestURI() + "?" + line;
  }

  /** The values of the query. */
  public Map<String, List<String>> query() {
    return query;
  }

  /** A value of the query, or an empty string. */
  public String query(String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  /** The id that page and log share. */
  public String requestId() {
    return requestId;
  }

  /** The caller's network address. */
  public String origin() {
    return origin;
  }

  /** Whether the browser speaks TLS with us or with the proxy before us. */
  public boolean secure() {
    return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }

  /** Whether a page of our own sent the request, as far as the browser says. */
  public boolean sameOrigin() {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    String host = request.getHeader("Host");
    return origin == null || host == null || origin.endsWith("://" + host);
  }

  /** A cookie of the request. */
  public Optional<String> cookie(String name) {
    Cookie @Nullable [] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * Sets a cookie that only the server reads.
   *
   * @param seconds how long it lives; -1 for as long as the browser is open, 0 to forget it
   */
  public void setCookie(String name, String value, int seconds) {
    response.addHeader(
        "Set-Cookie",
        name
            + "="
            + value
            + "; Path=/; HttpOnly; SameSite=Strict"
            + (seconds < 0 ? "" : "; Max-Age=" + seconds)
            + (secure() ? "; Secure" : ""));
  }

  /** Sets a header. */
  public void header(String name, String value) {
    response.setHeader(name, value);
  }

  /** Sends a page. */
  public void html(int status, String html) throws IOException {
    bytes(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a whole body. */
  public void bytes(int status, String contentType, byte[] body) throws IOException {
    response.setStatus(status);
    response.setContentType(contentType);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  /** Sends a status without a body. */
  public void status(int status) {
    response.setStatus(status);
  }

  /** Sends the browser elsewhere (303). */
  public void redirect(String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    header("Location", Decoding.local(address) ? address : "/");
    response.setContentLength(0);
  }

  /** Opens the body for a file of unknown length. */
  public OutputStream stream(String contentType) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(contentType);
    return response.getOutputStream();
  }

  /** Sends the answer to a browser that may still be sending a form that is not read. */
  public void discardForm() throws IOException {
    UnreadBody.discard(request, response);
  }

  /** Whether a part of the answer has been sent, so that nothing can be changed. */
  public boolean committed() {
    return response.isCommitted();
  }

  /** Takes back what was written so far and not sent. */
  public void resetBuffer() {
    response.resetBuffer();
  }
}
