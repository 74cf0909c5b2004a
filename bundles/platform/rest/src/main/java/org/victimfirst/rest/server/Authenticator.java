package org.victimfirst.rest.server;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.security.Actor;
import org.victimfirst.security.Sessions;
import org.victimfirst.security.Tokens;
import org.victimfirst.security.WebSession;

/** Finds out who asks: by bearer token, or by the console's session for what only reads. */
final class Authenticator {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String BEARER = "bearer ";

  private final Tokens tokens;
  private final Sessions sessions;

  Authenticator(Tokens tokens, Sessions sessions) {
    this.tokens = tokens;
    this.sessions = sessions;
  }

  /** Who asks, or why nobody is believed. */
  sealed interface Answer {
    /**
     * Somebody known.
     *
     * @param hidesDetails whether personal details are hidden in the console now
     */
    record Known(Actor actor, boolean hidesDetails) implements Answer {}

    /** Nobody, or not in this way. */
    record Refused(Problem problem) implements Answer {}
  }

  Answer authenticate(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      return ofToken(header);
    }
    Optional<WebSession> session = session(request);
    if (session.isEmpty()) {
      return refused(ProblemType.NOT_AUTHENTICATED);
    }
    if (!READING.contains(request.getMethod()) || !sameOrigin(request)) {
      return refused(ProblemType.SESSION_NOT_ENOUGH);
    }
    if (session.get().mustChangePassword()) {
      return refused(ProblemType.PASSWORD_CHANGE_REQUIRED);
    }
    return new Answer.Known(session.get().actor(), session.get().hidePersonalDetails());
  }

  private Answer ofToken(String header) {
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return refused(ProblemType.NOT_AUTHENTICATED);
    }
    return tokens
        .authenticate(header.substring(BEARER.length()).strip())
        .<Answer>map(actor -> new Answer.Known(actor, false))
        .orElseGet(() -> refused(ProblemType.NOT_AUTHENTICATED));
  }

  private Optional<WebSession> session(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(WebSession.COOKIE)) {
        return sessions.find(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  /** Browsers say where a request comes from; what comes from elsewhere is nobody's wish. */
  private static boolean sameOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String host = request.getHeader("Host");
    return ofHost(request.getHeader("Origin"), host) && ofHost(request.getHeader("Referer"), host);
  }

  private static boolean ofHost(@Nullable String address, @Nullable String host) {
    if (address == null) {
      return true;
    }
    try {
      String authority = URI.create(address).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Answer refused(ProblemType type) {
    return new Answer.Refused(Problem.of(type));
  }
}
