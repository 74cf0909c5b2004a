package org.victimfirst.modules.health;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.victimfirst.api.security.Actor;
import org.victimfirst.security.Sessions;
import org.victimfirst.security.Tokens;
import org.victimfirst.security.WebSession;

/** Finds out who asks for health; also while there is no database that could tell. */
@Component(service = Visitors.class)
public final class Visitors {
  private static final String BEARER = "bearer ";

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Tokens tokens;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Sessions sessions;

  boolean may(HttpServletRequest request, String permission) {
    return actor(request).filter(actor -> actor.may(permission)).isPresent();
  }

  private Optional<Actor> actor(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    Tokens knownTokens = tokens;
    if (header != null && knownTokens != null) {
      return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? knownTokens.authenticate(header.substring(BEARER.length()).strip())
          : Optional.empty();
    }
    Sessions knownSessions = sessions;
    Cookie[] cookies = request.getCookies();
    if (cookies != null && knownSessions != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(WebSession.COOKIE)) {
          return knownSessions.find(cookie.getValue()).map(WebSession::actor);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the request comes from this machine itself, and not through a proxy on it. */
  static boolean local(HttpServletRequest request) {
    if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
      return false;
    }
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
