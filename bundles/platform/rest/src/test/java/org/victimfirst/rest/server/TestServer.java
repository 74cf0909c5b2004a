package org.victimfirst.rest.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.Calls;
import org.victimfirst.security.Sessions;
import org.victimfirst.security.WebSession;

/** The real servlet with the real servers on a real Jetty; only who there is, is made up. */
@RestServlet.Settings(json_limit = 200, file_limit = 2000)
final class TestServer implements AutoCloseable {
  static final String READER = "reader-token";
  static final String COOKIE = "session-of-a-reader";
  static final String HIDING = "session-that-hides-details";

  final ModuleServers servers;
  final List<String> refusals = new ArrayList<>();
  final Set<String> leaving = ConcurrentHashMap.newKeySet();
  private final Server jetty = new Server();
  private final ServerConnector connector = new ServerConnector(jetty);
  private final HttpClient client = HttpClient.newHttpClient();

  TestServer() throws Exception {
    ThreadCalls calls = new ThreadCalls();
    servers = new ModuleServers(calls, new Refusals(refusals));
    RestServlet servlet =
        new RestServlet(
            TestServer.class.getAnnotation(RestServlet.Settings.class),
            servers,
            token -> token.equals(READER) ? Optional.of(reader()) : Optional.empty(),
            new OneSession(),
            calls,
            (remote, forwarded) -> remote,
            module -> leaving.contains(module) ? Optional.empty() : Optional.of(() -> {}),
            new RequestLog());
    connector.setHost("127.0.0.1");
    jetty.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler(null, "/api");
    context.addServlet(new ServletHolder(servlet), "/v1/*");
    jetty.setHandler(context);
    jetty.start();
  }

  static Actor reader() {
    return new Actor(
        7, "reader", "Reader", Actor.Kind.TOKEN, Set.of("caseworker"), Set.of("sample:read"));
  }

  void publish(String module, RestResource resource) {
    servers.bindResource(resource, Map.of("victimfirst.module", module));
  }

  void withdraw(String module, RestResource resource) {
    servers.unbindResource(resource, Map.of("victimfirst.module", module));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/api/v1" + path));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).header("Authorization", "Bearer " + READER));
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Authorization", "Bearer " + READER)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws Exception {
    jetty.stop();
    servers.close();
  }

  private static final class ThreadCalls implements Calls {
    private final ThreadLocal<@Nullable Call> current = new ThreadLocal<>();

    @Override
    public Call current() {
      Call call = current.get();
      if (call == null) {
        throw new IllegalStateException("No request on this thread");
      }
      return call;
    }

    @Override
    public <T> T during(Call call, Callable<T> work) throws Exception {
      current.set(call);
      try {
        return work.call();
      } finally {
        current.remove();
      }
    }
  }

  private record Refusals(List<String> refusals) implements Audit {
    @Override
    public void record(
        Connection connection,
        Call call,
        String action,
        String subjectType,
        long subjectId,
        Map<String, String> details) {
      throw new IllegalStateException("No transaction here");
    }

    @Override
    public void record(
        Call call, String action, String subjectType, long subjectId, Map<String, String> details) {
      refusals.add(action + " " + details.get("permission"));
    }
  }

  private static final class OneSession implements Sessions {
    @Override
    public Optional<WebSession> find(String cookie) {
      return cookie.equals(COOKIE) || cookie.equals(HIDING)
          ? Optional.of(new WebSession("key", reader(), "csrf", cookie.equals(HIDING), false))
          : Optional.empty();
    }

    @Override
    public SignIn signIn(String login, String password, String origin) {
      return new SignIn.Refused();
    }

    @Override
    public Optional<String> loginOfEnded(String cookie) {
      return Optional.empty();
    }

    @Override
    public void signOut(WebSession session) {}

    @Override
    public void hidePersonalDetails(WebSession session, boolean hide) {}

    @Override
    public PasswordChange changePassword(
        WebSession session, String oldPassword, String newPassword) {
      return new PasswordChange.NotChanged("Not here.");
    }

    @Override
    public int idleMinutes() {
      return 15;
    }
  }
}
