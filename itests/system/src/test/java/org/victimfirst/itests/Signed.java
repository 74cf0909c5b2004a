package org.victimfirst.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who has signed in to the console, as a browser does, without a screen. */
public final class Signed {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address;

  private Signed(String address) {
    this.address = address;
  }

  /** Makes a user with some roles, signs in and changes the first password. */
  public static Signed in(Instance instance, String... roles) {
    People.Person person = People.person(instance, roles);
    Signed signed = new Signed(instance.address());
    signed.post("/sign-in", Map.of("login", person.login(), "password", person.password()));
    HttpResponse<String> changed =
        signed.post(
            "/account/password",
            Map.of(
                "old_password",
                person.password(),
                "new_password",
                Browser.PASSWORD,
                "repeated_password",
                Browser.PASSWORD,
                "_csrf",
                signed.csrf("/account/password")));
    if (changed.statusCode() != 303) {
      throw new AssertionError("Signing in answered " + changed.statusCode());
    }
    return signed;
  }

  /** The header that says who it is. */
  public Map<String, String> headers() {
    return Map.of(
        "Cookie",
        cookies.getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ")));
  }

  /** Reads a page. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)));
  }

  /** The token that stands in the forms of a page. */
  public String csrf(String path) {
    Matcher token = CSRF.matcher(get(path).body());
    if (!token.find()) {
      throw new AssertionError("No form on " + path);
    }
    return token.group(1);
  }

  /** Sends a form; its token is one of the fields. */
  public HttpResponse<String> post(String path, Map<String, String> fields) {
    String body =
        new LinkedHashMap<>(fields)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
