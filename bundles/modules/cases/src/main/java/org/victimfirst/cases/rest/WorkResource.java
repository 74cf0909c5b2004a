package org.victimfirst.cases.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Casework;
import org.victimfirst.cases.domain.Closing;
import org.victimfirst.cases.domain.Consent;
import org.victimfirst.cases.domain.NextAction;
import org.victimfirst.cases.domain.Note;
import org.victimfirst.cases.domain.PeopleWork;
import org.victimfirst.cases.domain.PersonDetails;

/** Work on one case. Acts on the case name its version in If-Match, acts on the person hers. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "cases")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires(CasePermissions.WRITE)
public final class WorkResource implements RestResource {
  private final CaseFiles files;
  private final Casework casework;
  private final PeopleWork people;
  private final CallContext calls;

  /** For the platform. */
  @Activate
  public WorkResource(
      @Reference CaseFiles files,
      @Reference Casework casework,
      @Reference PeopleWork people,
      @Reference CallContext calls) {
    this.files = files;
    this.casework = casework;
    this.people = people;
    this.calls = calls;
  }

  /** Notes. */
  @GET
  @Path("{id}/notes")
  @Requires(CasePermissions.READ)
  @Operation(summary = "Notes with what was added to them, oldest first")
  public List<NoteView> notes(@PathParam("id") long id) {
    return files.notes(calls.current(), id).stream().map(NoteView::of).toList();
  }

  /** Writes a note. */
  @POST
  @Path("{id}/notes")
  @Operation(summary = "Writes a note; notes are never changed")
  public Response addNote(@PathParam("id") long id, @Nullable Body body) {
    long note = casework.addNote(calls.current(), id, Sent.text(Sent.body(body).body()));
    return created(id + "/notes", note);
  }

  /** Adds to a note. */
  @POST
  @Path("{id}/notes/{noteId}/amendments")
  @Operation(summary = "Adds to a note; the first text stays")
  public Response amendNote(
      @PathParam("id") long id, @PathParam("noteId") long noteId, @Nullable Body body) {
    long note = casework.amendNote(calls.current(), id, noteId, Sent.text(Sent.body(body).body()));
    return created(id + "/notes", note);
  }

  /** Assigns. */
  @PUT
  @Path("{id}/assignment")
  @Operation(summary = "Gives the case to a caseworker; an empty login for nobody")
  public void assign(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable Assignment body) {
    Assignment sent = Sent.body(body);
    casework.assign(
        calls.current(),
        id,
        IfMatch.version(ifMatch),
        Sent.text(sent.caseworker()),
        Sent.text(sent.reason()));
  }

  /** Plans. */
  @PUT
  @Path("{id}/next-action")
  @Operation(summary = "Says what is to be done next, and by when")
  public void planNext(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable Plan body) {
    Plan sent = Sent.body(body);
    casework.planNext(
        calls.current(),
        id,
        IfMatch.version(ifMatch),
        new NextAction(Sent.text(sent.what()), sent.due()));
  }

  /** Closes. */
  @POST
  @Path("{id}/close")
  @Requires(CasePermissions.CLOSE)
  @Operation(summary = "Closes the case; 409 outcome_does_not_fit with the reasons")
  public void close(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable SentClosing body) {
    SentClosing sent = Sent.body(body);
    casework.close(
        calls.current(),
        id,
        IfMatch.version(ifMatch),
        new Closing(
            Sent.text(sent.outcome()), Sent.text(sent.duplicateOf()), Sent.text(sent.reason())));
  }

  /** Opens a closed case again. */
  @POST
  @Path("{id}/reopen")
  @Requires(CasePermissions.REOPEN)
  @Operation(summary = "Opens a closed case again; the reason is mandatory")
  public void reopen(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable Body body) {
    casework.reopen(
        calls.current(), id, IfMatch.version(ifMatch), Sent.text(Sent.body(body).body()));
  }

  /** Answers about consent. */
  @GET
  @Path("{id}/consents")
  @Requires(CasePermissions.READ)
  @Operation(summary = "All answers about consent, oldest first; the last of a kind is in force")
  public List<Consent> consents(@PathParam("id") long id) {
    return files.consents(calls.current(), id);
  }

  /** Records an answer about consent. */
  @POST
  @Path("{id}/consents")
  @Operation(summary = "Records an answer: kind service, share, contact or rj")
  public void recordConsent(@PathParam("id") long id, @Nullable SentConsent body) {
    SentConsent sent = Sent.body(body);
    casework.recordConsent(
        calls.current(),
        id,
        Sent.text(sent.kind()),
        Sent.text(sent.answer()),
        Sent.text(sent.note()));
  }

  /** Changes details of the person. */
  @PUT
  @Path("{id}/person")
  @Operation(
      summary =
          "Changes who the person is and where they can be found; phone, email and address stay"
              + " when they are left out, an address is taken whole; askAgain has the channels whose"
              + " yes has ended with the phone, email or address")
  public AskAgain changePerson(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable SentPerson body) {
    PersonDetails stored =
        files
            .find(calls.current(), id)
            .orElseThrow(() -> ProblemException.notFound("There is no such case."))
            .person();
    return new AskAgain(
        people.changeDetails(
            calls.current(), id, IfMatch.version(ifMatch), Sent.body(body).over(stored)));
  }

  /** Decides about other ways to reach the person. */
  @POST
  @Path("{id}/person/comparison")
  @Operation(
      summary =
          "Takes over what a referral gave otherwise (phone, email, address; none to keep what is"
              + " stored), the oldest first; 409 details_compared, older_details_first; askAgain as"
              + " for the person")
  public AskAgain compareDetails(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable Comparison body) {
    Comparison sent = Sent.body(body);
    return new AskAgain(
        people.compareDetails(
            calls.current(),
            id,
            IfMatch.version(ifMatch),
            Sent.id("referralId", Sent.field("referralId", sent.referralId())),
            Sent.field("take", sent.take())));
  }

  /** Records answers for equality monitoring. */
  @PUT
  @Path("{id}/demographics")
  @Operation(summary = "Records answers for equality monitoring")
  public void changeDemographics(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable SentDemographics body) {
    people.changeDemographics(
        calls.current(), id, IfMatch.version(ifMatch), Sent.body(body).answers());
  }

  private static Response created(String where, long id) {
    return Response.created(URI.create(where))
        .entity(new ContactResource.Created(Long.toString(id)))
        .build();
  }

  /**
   * A text.
   *
   * @param body what was written
   */
  public record Body(@Nullable String body) {}

  /**
   * Which of the other details are right.
   *
   * @param referralId the referral that gave them
   * @param take phone, email, address
   */
  public record Comparison(@Nullable String referralId, @Nullable List<String> take) {}

  /**
   * What is to be asked after other details were taken over.
   *
   * @param askAgain channels that were safe and are not any more
   */
  public record AskAgain(List<String> askAgain) {}

  /**
   * Who gets the case.
   *
   * @param caseworker login, or an empty string for nobody
   * @param reason why
   */
  public record Assignment(@Nullable String caseworker, @Nullable String reason) {}

  /**
   * What is to be done next.
   *
   * @param what a few words without personal data
   * @param due the day by which it is due
   */
  public record Plan(@Nullable String what, @Nullable LocalDate due) {}

  /**
   * How a case is to be closed.
   *
   * @param outcome code of {@code closure_outcome}
   * @param duplicateOf reference of the case that this one repeats
   * @param reason more of it for the next reader
   */
  public record SentClosing(
      @Nullable String outcome, @Nullable String duplicateOf, @Nullable String reason) {}

  /**
   * An answer about consent.
   *
   * @param kind service, share, contact or rj
   * @param answer yes, no or withdrawn
   * @param note how it was given
   */
  public record SentConsent(
      @Nullable String kind, @Nullable String answer, @Nullable String note) {}

  /**
   * A note.
   *
   * @param id its id
   * @param body what was written
   * @param writtenBy login
   * @param writtenAt local time
   * @param amendments what was added later
   */
  public record NoteView(
      String id,
      String body,
      String writtenBy,
      LocalDateTime writtenAt,
      List<NoteView> amendments) {
    static NoteView of(Note note) {
      return new NoteView(
          Long.toString(note.id()),
          note.body(),
          note.writtenBy(),
          note.writtenAt(),
          note.amendments().stream().map(NoteView::of).toList());
    }
  }
}
