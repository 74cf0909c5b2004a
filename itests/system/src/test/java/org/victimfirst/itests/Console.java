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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who has signed in to the console, without a browser: pages as the server sends them. */
public final class Console {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String address;

  private Console(String address) {
    this.address = address;
  }

  /** Makes somebody with some roles, who signs in and changes the first password. */
  public static Console signedIn(Instance instance, String... roles) {
    People.Person person = People.person(instance, roles);
    Console console = new Console(instance.address());
    HttpResponse<String> change =
        console.post(
            console.get("/sign-in"),
            Map.of("login", person.login(), "password", person.password()));
    HttpResponse<String> home =
        console.post(
            change,
            Map.of(
                "old_password", person.password(),
                "new_password", "a-long-new-secret-42",
                "repeated_password", "a-long-new-secret-42"));
    if (home.statusCode() != 200) {
      throw new AssertionError("Signing in ended with " + home.statusCode());
    }
    return console;
  }

  /** Opens a page. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)));
  }

  /** Sends the form of a page to the page's own address, with its hidden fields. */
  public HttpResponse<String> post(HttpResponse<String> page, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    fields.putAll(typed);
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(page.uri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** The first address on a page that begins in one way and is nothing but that and a number. */
  public String firstAddress(String page, String begin) {
    Matcher link =
        Pattern.compile("href=\"(" + Pattern.quote(begin) + "\\d+)\"").matcher(get(page).body());
    if (!link.find()) {
      throw new AssertionError(page + " has no link that begins with " + begin);
    }
    return link.group(1);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
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
