package org.victimfirst.rest.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.module.RequestGate;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.Call;
import org.victimfirst.rest.UnreadBody;
import org.victimfirst.security.Calls;
import org.victimfirst.security.Origins;
import org.victimfirst.security.Sessions;
import org.victimfirst.security.Tokens;

/**
 * The one door to everything under /api/v1: who asks, how much is sent, whether the module is there
 * and staying, and the headers of every answer are settled here, before a module's server is asked.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name="
          + RestContext.NAME
          + ")",
      "osgi.http.whiteboard.servlet.pattern=/v1/*",
      "osgi.http.whiteboard.servlet.name=victimfirst-rest"
    })
@Designate(ocd = RestServlet.Settings.class)
public final class RestServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);
  private static final String NONE = "-";

  /** Settings, PID {@code org.victimfirst.rest.server.RestServlet}. */
  @ObjectClassDefinition(name = "Victim First REST")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Settings {
    /** Largest JSON body. */
    @AttributeDefinition(name = "Largest JSON body in bytes")
    long json_limit() default 1L << 20;

    /** Largest body of any other kind: files. */
    @AttributeDefinition(name = "Largest file in bytes")
    long file_limit() default 1L << 30;
  }

  private final transient ModuleServers servers;
  private final transient Authenticator authenticator;
  private final transient Calls calls;
  private final transient Origins origins;
  private final transient RequestGate gate;
  private final transient RequestLog log;
  private final transient ObjectMapper json = Json.mapper();
  private final transient SecureRandom random = new SecureRandom();
  private final long jsonLimit;
  private final long fileLimit;

  @Activate
  public RestServlet(
      Settings settings,
      @Reference ModuleServers servers,
      @Reference Tokens tokens,
      @Reference Sessions sessions,
      @Reference Calls calls,
      @Reference Origins origins,
      @Reference RequestGate gate,
      @Reference RequestLog log) {
    this.servers = servers;
    this.authenticator = new Authenticator(tokens, sessions);
    this.calls = calls;
    this.origins = origins;
    this.gate = gate;
    this.log = log;
    this.jsonLimit = settings.json_limit();
    this.fileLimit = settings.file_limit();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long begun = System.nanoTime();
    String requestId = requestId();
    headers(response, requestId);
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    String module = path.substring(1).split("/", 2)[0];
    try {
      answer(request, response, path, module, requestId);
    } catch (ProblemException e) {
      write(response, Problem.of(e), requestId);
    } catch (Exception e) {
      LOG.error("Request {} failed", requestId, LoggedException.of(e));
      write(response, ProblemMapper.problem(e), requestId);
    } finally {
      String known = servers.known(module) ? module : NONE;
      log.ended(request, known, response.getStatus(), System.nanoTime() - begun);
    }
    if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
      UnreadBody.discard(request, response);
    }
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      String path,
      String module,
      String requestId)
      throws Exception {
    if (path.equals("/problems") && request.getMethod().equals("GET")) {
      writeJson(response, 200, "application/json", json.writeValueAsBytes(catalogue()));
      return;
    }
    Authenticator.Answer who = authenticator.authenticate(request);
    if (who instanceof Authenticator.Answer.Refused refused) {
      write(response, refused.problem(), requestId);
      return;
    }
    Authenticator.Answer.Known known = (Authenticator.Answer.Known) who;
    String origin = origins.of(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For"));
    if (request.getMethod().equals("GET") && openApi(response, path, module)) {
      return;
    }
    if (known.hidesDetails()) {
      write(response, Problem.of(ProblemType.DETAILS_HIDDEN), requestId);
      return;
    }
    Call call = new Call(known.actor(), origin, requestId);
    RequestGate.Pass pass = gate.enter(module).orElseThrow(RestServlet::nobody);
    try (pass) {
      invoke(call, module, request, response);
    }
  }

  private void invoke(
      Call call, String module, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    Generation generation =
        servers.enter(module, getServletConfig()).orElseThrow(RestServlet::nobody);
    try {
      HttpServletRequest limited = limit(request);
      calls.during(
          call,
          () -> {
            generation.servlet().service(limited, response);
            return generation;
          });
    } finally {
      generation.leave();
    }
  }

  private static ProblemException nobody() {
    return ProblemException.notFound("No module answers at this address.");
  }

  private boolean openApi(HttpServletResponse response, String path, String module)
      throws IOException {
    Optional<String> document = Optional.empty();
    if (path.equals("/openapi.json")) {
      document = Optional.of(servers.openApi());
    } else if (path.equals("/" + module + "/openapi.json")) {
      document = servers.openApi(module);
    }
    if (document.isPresent()) {
      byte[] body = document.get().getBytes(StandardCharsets.UTF_8);
      writeJson(response, 200, "application/json", body);
    }
    return document.isPresent();
  }

  private HttpServletRequest limit(HttpServletRequest request) {
    String type = request.getContentType();
    boolean file = type != null && !type.contains("json");
    long limit = file ? fileLimit : jsonLimit;
    if (request.getContentLengthLong() > limit) {
      throw LimitedRequest.tooLarge(limit);
    }
    return new LimitedRequest(request, limit);
  }

  private static void headers(HttpServletResponse response, String requestId) {
    response.setHeader("X-Request-Id", requestId);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  private void write(HttpServletResponse response, Problem problem, String requestId)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    if (problem.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"Victim First\"");
    }
    byte[] body = json.writeValueAsBytes(problem.body(requestId));
    writeJson(response, problem.status(), Problem.MEDIA_TYPE, body);
  }

  private static void writeJson(
      HttpServletResponse response, int status, String mediaType, byte[] body) throws IOException {
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static Map<String, Object> catalogue() {
    Map<String, Object> problems = new LinkedHashMap<>();
    Arrays.stream(ProblemType.values())
        .forEach(
            type ->
                problems.put(
                    type.code(),
                    Map.of(
                        "type", Problem.TYPES + "#" + type.code(),
                        "status", type.status(),
                        "title", type.title(),
                        "detail", type.detail())));
    return Map.of("problems", problems);
  }

  private String requestId() {
    byte[] octets = new byte[8];
    random.nextBytes(octets);
    return HexFormat.of().formatHex(octets);
  }
}
