package org.victimfirst.security.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.security.Actor;
import org.victimfirst.security.Tokens;
import org.victimfirst.security.internal.domain.ApiToken;
import org.victimfirst.security.internal.domain.PermissionCatalog;
import org.victimfirst.security.internal.domain.Secret;
import org.victimfirst.security.internal.jdbc.Sql;

/** Recognises tokens: by the hash of what was sent, or as the key of the data folder. */
@Component
public class StoredTokens implements Tokens {
  private static final Duration LAST_USE_STEP = Duration.ofMinutes(1);
  private static final int LONGEST = 200;

  private final Database database;
  private final PermissionCatalog catalog;
  private final OwnerKey ownerKey;
  private final Clock clock;

  /** Wired by Declarative Services. */
  @Activate
  public StoredTokens(
      @Reference(target = "(victimfirst.module=security)") Database database,
      @Reference PermissionCatalog catalog,
      @Reference OwnerKey ownerKey) {
    this(database, catalog, ownerKey, Clock.system(ZoneId.of("Europe/London")));
  }

  StoredTokens(Database database, PermissionCatalog catalog, OwnerKey ownerKey, Clock clock) {
    this.database = database;
    this.catalog = catalog;
    this.ownerKey = ownerKey;
    this.clock = clock;
  }

  @Override
  public Optional<Actor> authenticate(String token) {
    if (token.isEmpty() || token.length() > LONGEST) {
      return Optional.empty();
    }
    if (ownerKey.is(token)) {
      return Optional.of(
          new Actor(
              0,
              "owner",
              "Owner of the data folder",
              Actor.Kind.OWNER,
              Set.of(),
              catalog.ownersGrant()));
    }
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    Set<String> installed = catalog.installed();
    record Known(ApiToken token, Actor actor) {}
    Optional<Known> known =
        database.read(
            connection -> {
              Optional<ApiToken> stored =
                  new TokenTable(connection)
                      .bySecret(Secret.hash(token))
                      .filter(t -> t.inForce(now));
              return stored.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new Known(stored.get(), actor(connection, stored.get(), installed)));
            });
    known.ifPresent(k -> noteUse(k.token(), now));
    return known.map(Known::actor);
  }

  private static Actor actor(Connection connection, ApiToken token, Set<String> installed)
      throws SQLException {
    Rights rights = Rights.of(connection, token.ownerId(), installed);
    Set<String> permissions = new HashSet<>(rights.permissions());
    permissions.retainAll(token.scopes());
    return new Actor(
        token.ownerId(),
        token.login(),
        token.ownerName(),
        Actor.Kind.TOKEN,
        rights.roles(),
        permissions);
  }

  private void noteUse(ApiToken token, LocalDateTime now) {
    LocalDateTime last = token.lastUsedAt();
    if (last != null && last.plus(LAST_USE_STEP).isAfter(now)) {
      return;
    }
    Sql.change(
        database,
        connection -> {
          new TokenTable(connection).used(token.id(), now);
        });
  }
}
