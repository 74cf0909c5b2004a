package org.victimfirst.web.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;
import org.victimfirst.security.Sessions;

/** The shell's own addresses; no module can take them. */
public final class Shell {
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
    open("GET /sign-in", account::signInPage);
    open("POST /sign-in", account::signIn);
    open("POST /sign-out", account::signOut);
    open("GET /help", visit -> texts.help(visit, area));
    open("GET /accessibility", visit -> texts.accessibility(area));
    open("GET /privacy", visit -> texts.privacy(area, sessions));
    open("GET /report-a-problem", visit -> texts.reportProblem(visit, area));
    signedIn("GET /", today::answer);
    signedIn("GET " + Account.PASSWORD, account::passwordPage);
    signedIn("POST " + Account.PASSWORD, account::changePassword);
    signedIn("POST /hide-details", account::hideDetails);
    signedIn("GET " + KeptPages.PATH, kept::answer);
    signedIn("POST " + KeptPages.PATH + "/forget", kept::forget);
    signedIn("GET /help/api", visit -> texts.api());
  }

  private void open(String address, Function<Visit, PageResponse> handler) {
    pages.put(address, new Own(Route.PUBLIC, handler));
  }

  private void signedIn(String address, Function<Visit, PageResponse> handler) {
    pages.put(address, new Own(Route.SIGNED_IN, handler));
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
