package org.victimfirst.cases.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import javax.ws.rs.Consumes;
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
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Casework;
import org.victimfirst.cases.domain.Referrals;

/** Referrals one by one, and people who may be one. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "cases")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ReferralResource implements RestResource {
  private final Referrals referrals;
  private final Casework casework;
  private final CallContext calls;

  /** For the platform. */
  @Activate
  public ReferralResource(
      @Reference Referrals referrals, @Reference Casework casework, @Reference CallContext calls) {
    this.referrals = referrals;
    this.casework = casework;
    this.calls = calls;
  }

  /** Referrals without a case. */
  @GET
  @Path("referrals")
  @Requires(CasePermissions.READ)
  @Operation(summary = "Referrals without a case, oldest first")
  public Paged<Waiting> waiting(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    var found = referrals.waiting(calls.current(), page, size);
    return new Paged<>(
        found.items().stream().map(Waiting::of).toList(),
        found.page(),
        found.size(),
        found.total());
  }

  /** Records a referral. */
  @POST
  @Path("referrals")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(CasePermissions.WRITE)
  @Operation(
      summary = "Records a referral; a person who may be known already is offered for review")
  public Response receive(@Nullable SentReferral body) {
    long id = referrals.receive(calls.current(), Sent.body(body).read());
    return Response.created(URI.create("referrals"))
        .entity(new ContactResource.Created(Long.toString(id)))
        .build();
  }

  /** Opens a case. */
  @POST
  @Path("referrals/{id}/case")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(CasePermissions.WRITE)
  @Operation(summary = "Opens a case from a referral; 409 referral_has_case")
  public Response open(@PathParam("id") long id, WorkResource.@Nullable Assignment body) {
    String caseworker = body == null ? "" : Sent.text(body.caseworker());
    long caseId = casework.open(calls.current(), id, caseworker);
    return Response.created(URI.create(Long.toString(caseId)))
        .entity(new ContactResource.Created(Long.toString(caseId)))
        .build();
  }

  /** People who may be one. */
  @GET
  @Path("links")
  @Requires(CasePermissions.READ)
  @Operation(summary = "Pairs of people who may be one, oldest first")
  public Paged<Pair> links(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    var found = referrals.possibleDuplicates(calls.current(), page, size);
    return new Paged<>(
        found.items().stream().map(Pair::of).toList(), found.page(), found.size(), found.total());
  }

  /** Decides about a pair. */
  @POST
  @Path("links/{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(CasePermissions.WRITE)
  @Operation(
      summary =
          "Links two people, tells them apart, or takes the decision back; 409 pair_decided with"
              + " the decision that stands")
  public void decide(@PathParam("id") long id, @Nullable Decision body) {
    referrals.decide(calls.current(), id, Sent.text(Sent.body(body).decision()));
  }

  /**
   * A decision.
   *
   * @param decision linked, different or open
   */
  public record Decision(@Nullable String decision) {}

  /**
   * A referral without a case.
   *
   * @param referralId its id
   * @param receivedAt local time
   * @param personName the person's name
   * @param occurrenceType code of {@code occurrence_type}
   * @param source code of {@code referral_source}
   */
  public record Waiting(
      String referralId,
      LocalDateTime receivedAt,
      String personName,
      String occurrenceType,
      String source) {
    static Waiting of(Referrals.Waiting waiting) {
      return new Waiting(
          Long.toString(waiting.referralId()),
          waiting.receivedAt(),
          waiting.personName(),
          waiting.occurrenceType(),
          waiting.source());
    }
  }

  /**
   * Two people who may be one.
   *
   * @param id the pair's id
   * @param personId the newer one
   * @param otherPersonId the other one
   * @param personName name of the newer one
   * @param otherPersonName name of the other one
   * @param grounds why
   * @param status open, linked or different
   */
  public record Pair(
      String id,
      String personId,
      String otherPersonId,
      String personName,
      String otherPersonName,
      List<String> grounds,
      String status) {
    static Pair of(Referrals.PossibleDuplicate pair) {
      return new Pair(
          Long.toString(pair.id()),
          Long.toString(pair.personId()),
          Long.toString(pair.otherPersonId()),
          pair.personName(),
          pair.otherPersonName(),
          pair.grounds(),
          pair.status());
    }
  }
}
