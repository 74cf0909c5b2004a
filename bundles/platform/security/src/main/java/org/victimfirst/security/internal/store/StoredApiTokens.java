package org.victimfirst.security.internal.store;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.persistence.Database;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.Call;
import org.victimfirst.security.internal.domain.ApiToken;
import org.victimfirst.security.internal.domain.ApiTokens;
import org.victimfirst.security.internal.domain.PermissionCatalog;
import org.victimfirst.security.internal.domain.RefusedException;
import org.victimfirst.security.internal.domain.RefusedException.Refusal;
import org.victimfirst.security.internal.domain.Secret;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.security.internal.jdbc.Sql;

/** API tokens as rows: the hash of the secret, never the secret. */
@Component
public class StoredApiTokens implements ApiTokens {
  private static final String OWN = "security:tokens";
  private static final String MANAGE = "security:users";

  /** Leaks are found by looking for it. */
  private static final String PREFIX = "vft_";

  private final Database database;
  private final PermissionCatalog catalog;
  private final Ids ids;
  private final Audit audit;
  private final Clock clock;

  /** Wired by Declarative Services. */
  @Activate
  public StoredApiTokens(
      @Reference(target = "(victimfirst.module=security)") Database database,
      @Reference PermissionCatalog catalog,
      @Reference Ids ids,
      @Reference Audit audit) {
    this(database, catalog, ids, audit, Clock.system(ZoneId.of("Europe/London")));
  }

  StoredApiTokens(Database database, PermissionCatalog catalog, Ids ids, Audit audit, Clock clock) {
    this.database = database;
    this.catalog = catalog;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<ApiToken> of(long ownerId) {
    return database.read(connection -> new TokenTable(connection).of(ownerId));
  }

  @Override
  public List<ApiToken> all() {
    return database.read(connection -> new TokenTable(connection).all());
  }

  @Override
  public Set<String> possibleScopes(long ownerId) {
    Set<String> installed = catalog.installed();
    return database.read(
        connection -> new TreeSet<>(Rights.of(connection, ownerId, installed).permissions()));
  }

  @Override
  public Created create(
      Call call, long ownerId, String name, Set<String> scopes, LocalDate lastDay) {
    User owner = allowedOwner(call, ownerId);
    check(owner, name, scopes, lastDay);
    String secret = PREFIX + Secret.random();
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    ApiToken token =
        new ApiToken(
            ids.next(),
            name.strip(),
            ownerId,
            owner.login(),
            owner.displayName(),
            scopes,
            now,
            lastDay.plusDays(1).atStartOfDay(),
            null,
            null);
    Sql.change(
        database,
        connection -> {
          new TokenTable(connection).insert(token, Secret.hash(secret), call.actor().id());
          audit.record(
              connection,
              call,
              "security.token.created",
              "token",
              token.id(),
              Map.of(
                  "owner_id",
                  String.valueOf(ownerId),
                  "scopes",
                  String.join(" ", new TreeSet<>(scopes)),
                  "last_day",
                  lastDay.toString()));
        });
    return new Created(token, secret);
  }

  /** People make tokens for themselves; a token could otherwise outlive itself by making others. */
  private User allowedOwner(Call call, long ownerId) {
    Actor actor = call.actor();
    Optional<User> owner =
        database.read(connection -> new UserTable(connection).find(ownerId)).filter(User::active);
    boolean own = actor.kind() == Actor.Kind.PERSON && actor.id() == ownerId;
    if (own) {
      actor.require(OWN);
    } else {
      actor.require(MANAGE);
      if (owner.isPresent() && owner.get().person()) {
        throw new AccessDeniedException(OWN);
      }
    }
    return owner.orElseThrow(
        () ->
            new RefusedException(
                "ownerId", "owner_unknown", "Choose a partner system whose account is open"));
  }

  private void check(User owner, String name, Set<String> scopes, LocalDate lastDay) {
    List<Refusal> refusals = new ArrayList<>();
    if (name.isBlank() || name.strip().length() > 80) {
      refusals.add(
          new Refusal(
              "name", "name_missing", "Enter a name to tell the token by, like Monthly figures"));
    }
    if (scopes.isEmpty()) {
      refusals.add(new Refusal("scopes", "scope_missing", "Choose what the token may do"));
    } else if (!possibleScopes(owner.id()).containsAll(scopes)) {
      refusals.add(
          new Refusal(
              "scopes", "scope_not_held", "Choose from what the token's owner may do themselves"));
    }
    LocalDate today = LocalDate.now(clock);
    if (lastDay.isBefore(today) || lastDay.isAfter(today.plusDays(MOST_DAYS))) {
      refusals.add(
          new Refusal("lastDay", "last_day_refused", "Enter a day from today to a year ahead"));
    }
    if (!refusals.isEmpty()) {
      throw new RefusedException(refusals);
    }
  }

  @Override
  public boolean revoke(Call call, long tokenId) {
    return database.write(
        connection -> {
          TokenTable tokens = new TokenTable(connection);
          Optional<ApiToken> token = tokens.find(tokenId);
          boolean own = token.isPresent() && token.get().ownerId() == call.actor().id();
          if (token.isEmpty() || !(own || call.actor().may(MANAGE))) {
            return false;
          }
          if (tokens.revoke(tokenId, LocalDateTime.now(clock)) > 0) {
            audit.record(connection, call, "security.token.revoked", "token", tokenId, Map.of());
          }
          return true;
        });
  }
}
