package org.victimfirst.security.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.security.internal.domain.ApiToken;
import org.victimfirst.security.internal.domain.ApiTokens;

/** Tokens for programs. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "security")
@Path("/tokens")
@Requires("security:tokens")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
public class TokensResource implements RestResource {
  private final ApiTokens tokens;
  private final CallContext calls;

  /** Wired by Declarative Services. */
  @Activate
  public TokensResource(@Reference ApiTokens tokens, @Reference CallContext calls) {
    this.tokens = tokens;
    this.calls = calls;
  }

  /**
   * A token.
   *
   * @param token the secret, seen once when it was just made; else left out
   */
  public record TokenView(
      String id,
      String name,
      String ownerId,
      String owner,
      Set<String> scopes,
      LocalDateTime createdAt,
      LocalDateTime expiresAt,
      @Nullable LocalDateTime lastUsedAt,
      @Nullable LocalDateTime revokedAt,
      @Nullable String token) {
    static TokenView of(ApiToken token, @Nullable String secret) {
      return new TokenView(
          Long.toString(token.id()),
          token.name(),
          Long.toString(token.ownerId()),
          token.ownerName(),
          new TreeSet<>(token.scopes()),
          token.createdAt(),
          token.expiresAt(),
          token.lastUsedAt(),
          token.revokedAt(),
          secret);
    }
  }

  /**
   * A token to be made.
   *
   * @param ownerId a system's id; with {@code security:users}
   * @param scopes names of permissions that the owner has
   * @param lastDay last day on which it works, at most a year ahead
   */
  public record TokenBody(
      @Nullable String ownerId,
      @Nullable String name,
      @Nullable List<String> scopes,
      @Nullable LocalDate lastDay) {}

  /** One's own tokens, or everybody's. */
  @GET
  @Operation(summary = "Lists one's own tokens, or all of them with all=true and security:users")
  public List<TokenView> list(@QueryParam("all") @DefaultValue("false") boolean all) {
    Call call = calls.current();
    if (all) {
      call.actor().require("security:users");
    }
    List<ApiToken> found = all ? tokens.all() : tokens.of(call.actor().id());
    return found.stream().map(token -> TokenView.of(token, null)).toList();
  }

  /** Makes a token. */
  @POST
  @Operation(
      summary = "Makes a token for a partner's system; its secret is in the answer, this once",
      description = "People make their own on the page /account/tokens.")
  public Response create(TokenBody body) {
    Call call = calls.current();
    if (body.lastDay() == null) {
      throw ProblemException.field("lastDay", "last_day_missing", "Send the last day.");
    }
    LocalDate lastDay = body.lastDay();
    Set<String> scopes = body.scopes() == null ? Set.of() : new HashSet<>(body.scopes());
    String name = body.name() == null ? "" : body.name();
    long owner = body.ownerId() == null ? call.actor().id() : id(body.ownerId());
    ApiTokens.Created created =
        Refused.asProblem(() -> tokens.create(call, owner, name, scopes, lastDay));
    return Response.status(Response.Status.CREATED)
        .entity(TokenView.of(created.token(), created.secret()))
        .build();
  }

  /** Ends a token. */
  @DELETE
  @Path("/{id}")
  @Operation(summary = "Ends a token, at once and for good")
  public void revoke(@PathParam("id") long id) {
    if (!tokens.revoke(calls.current(), id)) {
      throw ProblemException.notFound("There is no such token.");
    }
  }

  private static long id(String text) {
    return Ids.parse(text)
        .orElseThrow(
            () -> ProblemException.field("ownerId", "owner_unknown", "ownerId is a user's id."));
  }
}
