package org.victimfirst.benchmarks;

import java.io.IOException;
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
import org.victimfirst.itests.Instance;
import org.victimfirst.itests.People;

/** Somebody who has signed in to the console, as a browser does. */
final class Signed {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final String PASSWORD = "a-long-new-secret-42";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String address;

  private Signed(String address) {
    this.address = address;
  }

  /** Makes a user with some roles, signs in and changes the first password. */
  static Signed in(Instance instance, String... roles) throws IOException, InterruptedException {
    People.Person person = People.person(instance, roles);
    Signed signed = new Signed(instance.address());
    HttpResponse<String> form = signed.get("/sign-in");
    HttpResponse<String> change =
        signed.post(form, Map.of("login", person.login(), "password", person.password()));
    HttpResponse<String> home =
        signed.post(
            change,
            Map.of(
                "old_password", person.password(),
                "new_password", PASSWORD,
                "repeated_password", PASSWORD));
    if (home.statusCode() != 200) {
      throw new IOException("Signing in answered " + home.statusCode());
    }
    return signed;
  }

  /** The header that says who it is. */
  Map<String, String> headers() {
    return Map.of(
        "Cookie",
        cookies.getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ")));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(HttpResponse<String> page, Map<String, String> typed)
      throws IOException, InterruptedException {
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
    return http.send(
        HttpRequest.newBuilder(page.uri())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
