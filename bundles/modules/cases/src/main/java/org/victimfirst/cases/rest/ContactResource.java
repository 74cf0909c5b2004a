package org.victimfirst.cases.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.IfMatch;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.ContactAttempt;
import org.victimfirst.cases.domain.ContactWork;
import org.victimfirst.cases.domain.NewAttempt;
import org.victimfirst.cases.domain.PermissionAnswer;
import org.victimfirst.cases.domain.PermissionEntry;

/** Contacts with a person, and how they may be made. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "cases")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactResource implements RestResource {
  private final CaseFiles files;
  private final ContactWork contacts;
  private final CallContext calls;
  private final Audit audit;

  /** For the platform. */
  @Activate
  public ContactResource(
      @Reference CaseFiles files,
      @Reference ContactWork contacts,
      @Reference CallContext calls,
      @Reference Audit audit) {
    this.files = files;
    this.contacts = contacts;
    this.calls = calls;
    this.audit = audit;
  }

  /** Attempts to reach the person. */
  @GET
  @Path("{id}/contacts")
  @Requires(CasePermissions.READ)
  @Operation(summary = "Attempts to reach the person, oldest first")
  public List<Attempt> attempts(@PathParam("id") long id) {
    return file(id).attempts().stream().map(Attempt::of).toList();
  }

  /** Records an attempt. */
  @POST
  @Path("{id}/contacts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(CasePermissions.CONTACT)
  @Operation(
      summary =
          "Records an attempt; 409 contact_not_safe unless the channel is safe or it is an incident")
  public Response record(@PathParam("id") long id, @Nullable SentAttempt body) {
    SentAttempt sent = Sent.body(body);
    NewAttempt attempt =
        new NewAttempt(
            Sent.field("attemptedAt", sent.attemptedAt()),
            Sent.text(sent.channel()),
            Sent.text(sent.result()),
            Sent.text(sent.note()));
    String incident = Sent.text(sent.incident());
    long attemptId =
        incident.isEmpty()
            ? contacts.recordAttempt(calls.current(), id, attempt)
            : contacts.recordIncident(calls.current(), id, attempt, incident);
    return Response.created(URI.create(id + "/contacts"))
        .entity(new Created(Long.toString(attemptId)))
        .build();
  }

  /** Ways to reach the person. */
  @GET
  @Path("{id}/contact-details")
  @Requires(CasePermissions.CONTACT)
  @Operation(
      summary =
          "Phone, email and address without those that are not safe, and what referrals gave"
              + " otherwise; recorded as details shown")
  public CaseView.Reach contactDetails(@PathParam("id") long id) {
    CaseView.Reach reach = CaseView.Reach.of(file(id));
    String said = reach.said();
    if (!said.isEmpty()) {
      audit.record(calls.current(), "cases.detail.shown", "case", id, Map.of("detail", said));
    }
    return reach;
  }

  /** All answers about safe contact. */
  @GET
  @Path("{id}/safe-contact")
  @Requires(CasePermissions.READ)
  @Operation(summary = "All answers about safe contact, newest first")
  public List<PermissionEntry> safeContact(@PathParam("id") long id) {
    return files.permissionHistory(calls.current(), id);
  }

  /** Changes safe contact. */
  @PUT
  @Path("{id}/safe-contact")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(CasePermissions.CONTACT)
  @Operation(
      summary =
          "Changes what differs from what is in force; rule, state and note that are left out stay;"
              + " askedAgain when the same answer was given once more; If-Match holds personVersion")
  public CaseView.SafeContactView changeSafeContact(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable Answers body) {
    Answers sent = Sent.body(body);
    List<PermissionAnswer> answers =
        Sent.field("channels", sent.channels()).stream().map(SentChannel::answer).toList();
    contacts.changeSafeContact(calls.current(), id, IfMatch.version(ifMatch), answers, sent.rule());
    return CaseView.SafeContactView.of(file(id));
  }

  private CaseFile file(long id) {
    return files
        .find(calls.current(), id)
        .orElseThrow(() -> ProblemException.notFound("There is no such case."));
  }

  /**
   * An attempt to be recorded.
   *
   * @param attemptedAt local time
   * @param channel code of {@code contact_channel}, or {@code in_person}
   * @param result code of {@code contact_result}
   * @param note what was said
   * @param incident what happened, when a contact that was not safe took place all the same
   */
  public record SentAttempt(
      @Nullable LocalDateTime attemptedAt,
      @Nullable String channel,
      @Nullable String result,
      @Nullable String note,
      @Nullable String incident) {}

  /**
   * An attempt.
   *
   * @param id its id
   * @param attemptedAt local time
   * @param channel code of {@code contact_channel}
   * @param result code of {@code contact_result}
   * @param madeBy login
   * @param note what was said
   * @param incident whether it was a safe-contact incident
   * @param whatHappened what happened in the incident, or an empty string
   */
  public record Attempt(
      String id,
      LocalDateTime attemptedAt,
      String channel,
      String result,
      String madeBy,
      String note,
      boolean incident,
      String whatHappened) {
    static Attempt of(ContactAttempt attempt) {
      return new Attempt(
          Long.toString(attempt.id()),
          attempt.attemptedAt(),
          attempt.channel(),
          attempt.result(),
          attempt.madeBy(),
          attempt.note(),
          attempt.incident(),
          attempt.whatHappened());
    }
  }

  /**
   * Answers about safe contact.
   *
   * @param channels those that change
   * @param rule what to do when somebody else answers; it stays when it is left out
   */
  public record Answers(@Nullable List<SentChannel> channels, @Nullable String rule) {}

  /**
   * An answer about one channel.
   *
   * @param channel {@code call}, {@code voicemail}, {@code text}, {@code email} or {@code letter}
   * @param state {@code yes}, {@code no} or {@code not_asked}; it stays when it is left out
   * @param note when or how; it stays when it is left out and the state does
   * @param askedAgain whether the person was asked today, even if the answer is the same; with
   *     {@code not_asked} it takes back an answer that has ended
   */
  public record SentChannel(
      @Nullable String channel,
      @Nullable String state,
      @Nullable String note,
      @Nullable Boolean askedAgain) {
    private PermissionAnswer answer() {
      return new PermissionAnswer(
          Sent.text(channel),
          state == null ? null : Sent.state(state),
          note,
          Boolean.TRUE.equals(askedAgain));
    }
  }

  /**
   * What was made.
   *
   * @param id its id
   */
  public record Created(String id) {}
}
