package org.victimfirst.web.shell;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;
import org.victimfirst.security.Sessions;

/** The shell's own addresses; no module can take them. */
public final class Shell {
  /** Method and path of each, with what it needs. */
  private static final Map<String, String> DOORS = new LinkedHashMap<>();

  static {
    for (String open :
        List.of(
            "GET /sign-in",
            "POST /sign-in",
            "POST /sign-out",
            "GET /help",
            "GET /accessibility",
            "GET /privacy",
            "GET /report-a-problem")) {
      DOORS.put(open, Route.PUBLIC);
    }
    for (String signedIn :
        List.of(
            "GET /",
            "GET " + Account.PASSWORD,
            "POST " + Account.PASSWORD,
            "POST /hide-details",
            "GET " + KeptPages.PATH,
            "POST " + KeptPages.PATH + "/forget",
            "GET /help/api")) {
      DOORS.put(signedIn, Route.SIGNED_IN);
    }
  }

  private final Map<String, Own> pages = new HashMap<>();

  /**
   * A page of the shell.
   *
   * @param permission {@link Route#PUBLIC} or {@link Route#SIGNED_IN}
   * @param handler answers
   */
  public record Own(String permission, Function<Visit, PageResponse> handler) {}

  public Shell(
      Account account, KeptPages kept, Today today, Texts texts, Area area, Sessions sessions) {
    page("GET /sign-in", account::signInPage);
    page("POST /sign-in", account::signIn);
    page("POST /sign-out", account::signOut);
    page("GET /help", visit -> texts.help(visit, area));
    page("GET /accessibility", visit -> texts.accessibility(area));
    page("GET /privacy", visit -> texts.privacy(area, sessions));
    page("GET /report-a-problem", visit -> texts.reportProblem(visit, area));
    page("GET /", today::answer);
    page("GET " + Account.PASSWORD, account::passwordPage);
    page("POST " + Account.PASSWORD, account::changePassword);
    page("POST /hide-details", account::hideDetails);
    page("GET " + KeptPages.PATH, kept::answer);
    page("POST " + KeptPages.PATH + "/forget", kept::forget);
    page("GET /help/api", visit -> texts.api());
  }

  private void page(String door, Function<Visit, PageResponse> handler) {
    String permission =
        Objects.requireNonNull(DOORS.get(door), () -> door + " is no address of the shell");
    pages.put(door, new Own(permission, handler));
  }

  /** Method and path of each page of the shell, and what it needs. */
  public static Map<String, String> doors() {
    return Collections.unmodifiableMap(DOORS);
  }

  /** The shell's page at an address. */
  public Optional<Own> find(String method, String path) {
    return Optional.ofNullable(pages.get(method + " " + path));
  }

  /** Whether the shell answers at an address by any method. */
  public boolean has(String path) {
    return pages.containsKey("GET " + path) || pages.containsKey("POST " + path);
  }

  /** Whether an address stays open while the password must be changed first. */
  public static boolean beforePassword(String path) {
    return path.equals(Account.PASSWORD)
        || path.equals("/sign-out")
        || path.equals("/help")
        || path.equals("/accessibility")
        || path.equals("/privacy")
        || path.equals("/report-a-problem");
  }
}
