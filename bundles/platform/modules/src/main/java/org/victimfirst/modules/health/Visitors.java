package org.victimfirst.modules.health;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
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

  private final Path ownersToken;

  /** Knows the owner of the data folder by the file that only the owner can read. */
  @Activate
  public Visitors(BundleContext context) {
    this(Path.of(String.valueOf(context.getProperty("victimfirst.data"))));
  }

  Visitors(Path data) {
    this.ownersToken = data.resolve("run/owner.token");
  }

  boolean may(HttpServletRequest request, String permission) {
    return tokens == null
        ? owner(request)
        : actor(request).filter(actor -> actor.may(permission)).isPresent();
  }

  /** While no database can tell, the owner alone is known. */
  private boolean owner(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return false;
    }
    try {
      byte[] token = Files.readString(ownersToken).strip().getBytes(StandardCharsets.UTF_8);
      byte[] sent = header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
      return token.length > 0 && MessageDigest.isEqual(token, sent);
    } catch (IOException e) {
      return false;
    }
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
