package org.victimfirst.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which role may do what, on every page and every resource: the table is {@code roles.txt}, and
 * what the running product has must be in it.
 */
class RolesTest {
  /** In the order of the table's letters. */
  private static final Map<Character, String> ROLES =
      Map.of(
          'T', "triage_worker",
          'C', "caseworker",
          'S', "senior_caseworker",
          'R', "rj_caseworker",
          'E', "engagement_officer",
          'M', "service_manager",
          'A', "analyst",
          'D', "administrator",
          'U', "auditor",
          'P', "partner_system");

  private static final Pattern PARAMETER = Pattern.compile("\\{([^:}]+)(?::((?:[^{}]|\\{.*})*))?}");
  private static final Map<Character, String> TOKENS = new ConcurrentHashMap<>();
  private static final Map<Character, Session> SESSIONS = new ConcurrentHashMap<>();

  /** Names of parameters that are words; the other ones are numbers or days. */
  private static final Set<String> WORDS = Set.of("name", "code");

  private record Session(Signed signed, String csrf) {}

  /**
   * A line of the table.
   *
   * @param kind page or rest; tab for a tab of cases, own for the shell's pages, open for those
   *     that need no sign-in
   * @param method such as GET
   * @param path with names in braces
   * @param roles letters of those who may
   */
  record Door(String kind, String method, String path, String roles) {
    String name() {
      return (kind.equals("rest") ? kind : "page") + " " + method + " " + path;
    }

    /** An address behind which there is nothing: whoever may, finds that out. */
    String address() {
      Matcher parameter = PARAMETER.matcher(path);
      return parameter.replaceAll(
          found ->
              WORDS.contains(found.group(1))
                  ? "nothing"
                  : value(found.group(2) == null ? "" : found.group(2)));
    }

    private static String value(String form) {
      return Stream.of("1", "2020-04-01", "2020-04-01.csv", "headlines")
          .filter(value -> form.isEmpty() || value.matches(form))
          .findFirst()
          .orElseThrow(() -> new AssertionError("No value for " + form));
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** All that opens by role. */
  static Stream<Door> byRole() {
    return doors().stream().filter(door -> !door.roles().equals("-"));
  }

  /** All that opens to nobody who has not signed in. */
  static Stream<Door> closed() {
    return doors().stream().filter(door -> !door.kind().equals("open"));
  }

  static List<Door> doors() {
    try (Stream<String> lines =
        Files.lines(Launch.ROOT.resolve("itests/system/src/test/resources/roles.txt"))) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.trim().split(" +"))
          .map(cells -> new Door(cells[1], cells[2], cells[3], cells[0].replace(".", "")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyDoorIsInTheTable() {
    Set<String> found = new TreeSet<>();
    for (JsonNode page : rest('U', "GET", "/api/v1/web/pages").json()) {
      found.add("page " + page.path("method").asText() + " " + page.path("path").asText());
    }
    JsonNode paths = rest('U', "GET", "/api/v1/openapi.json").json().path("paths");
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            found.add(
                                "rest "
                                    + method.toUpperCase(Locale.ROOT)
                                    + " /api/v1"
                                    + path.getKey())));

    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(doors().stream().map(Door::name).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("byRole")
  void aDoorOpensForItsRolesOnly(Door door) {
    Set<Character> opened = new TreeSet<>();
    for (char role : ROLES.keySet()) {
      boolean opens =
          switch (door.kind()) {
            case "rest" -> resource(role, door);
            case "tab" -> tab(role, door);
            default -> page(role, door);
          };
      if (opens) {
        opened.add(role);
      }
    }
    Set<Character> allowed = new TreeSet<>();
    door.roles().chars().forEach(letter -> allowed.add((char) letter));
    assertThat(opened).isEqualTo(allowed);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("closed")
  void nobodyOpensAnything(Door door) {
    Instance instance = Shared.on(Store.DERBY);
    Instance.Answer answer =
        instance.send(
            door.method(), door.address(), null, BodyPublishers.noBody(), "application/json");

    if (door.kind().equals("rest")) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.response().headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    } else {
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.response().headers().firstValue("Location"))
          .hasValueSatisfying(place -> assertThat(place).startsWith("/sign-in"));
    }
  }

  private static boolean resource(char role, Door door) {
    Instance.Answer answer = rest(role, door.method(), door.address());
    boolean refused = answer.status() == 403 && answer.body().contains("permission_missing");
    assertThat(answer.status()).as(answer.body()).isLessThan(500).isNotEqualTo(401);
    return !refused;
  }

  private static Instance.Answer rest(char role, String method, String path) {
    Instance instance = Shared.on(Store.DERBY);
    String token =
        TOKENS.computeIfAbsent(
            role, letter -> People.token(instance, Objects.requireNonNull(ROLES.get(letter))));
    // Which resource is meant depends on the kind of body, and is settled before permissions are.
    return Stream.of("application/json", "application/zip", "application/octet-stream")
        .map(type -> instance.send(method, path, token, BodyPublishers.ofString("{}"), type, "*/*"))
        .filter(answer -> answer.status() != 415)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No body suits " + path));
  }

  /** A tab that somebody may not see is as if it were not there, so it takes a case that is. */
  private static boolean tab(char role, Door door) {
    Session session = SESSIONS.computeIfAbsent(role, RolesTest::signIn);
    String address = PARAMETER.matcher(door.path()).replaceAll(Case.ID);
    int status = session.signed().get(address).statusCode();
    assertThat(status).as(door + " " + role).isIn(200, 404);
    return status == 200;
  }

  /** A case that is there. */
  private static final class Case {
    private static final String ID =
        rest('S', "GET", "/api/v1/cases/?size=1").json().path("items").path(0).path("id").asText();
  }

  private static boolean page(char role, Door door) {
    Session session = SESSIONS.computeIfAbsent(role, RolesTest::signIn);
    HttpResponse<String> answer =
        door.method().equals("GET")
            ? session.signed().get(door.address())
            : session.signed().post(door.address(), Map.of("_csrf", session.csrf()));
    assertThat(answer.statusCode()).as(door + " " + role).isLessThan(500);
    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotStartWith("/sign-in");
    return answer.statusCode() != 403;
  }

  private static Session signIn(char role) {
    Signed signed = Signed.in(Shared.on(Store.DERBY), Objects.requireNonNull(ROLES.get(role)));
    return new Session(signed, signed.csrf("/account/password"));
  }
}
