package org.victimfirst.cases.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.HistoryEntry;
import org.victimfirst.cases.domain.OutcomeChoice;
import org.victimfirst.cases.domain.PersonSearch;
import org.victimfirst.cases.domain.SearchResult;

/** Cases: the list, one of them, and the search. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "cases")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Requires(CasePermissions.READ)
public final class CaseResource implements RestResource {
  private final CaseFiles files;
  private final CallContext calls;

  /** For the platform. */
  @Activate
  public CaseResource(@Reference CaseFiles files, @Reference CallContext calls) {
    this.files = files;
    this.calls = calls;
  }

  /** A page of the list. */
  @GET
  @Operation(summary = "Cases, filtered, a page at a time")
  public Paged<CaseView.Line> list(
      @QueryParam("status") @DefaultValue("") String status,
      @QueryParam("worker") @DefaultValue("") String worker,
      @QueryParam("support_level") @DefaultValue("") String supportLevel,
      @QueryParam("occurrence_type") @DefaultValue("") String occurrenceType,
      @QueryParam("source") @DefaultValue("") String source,
      @QueryParam("outcome") @DefaultValue("") String outcome,
      @QueryParam("opened_from") @Nullable LocalDate openedFrom,
      @QueryParam("opened_to") @Nullable LocalDate openedTo,
      @QueryParam("closed_from") @Nullable LocalDate closedFrom,
      @QueryParam("closed_to") @Nullable LocalDate closedTo,
      @QueryParam("due") @DefaultValue("false") boolean due,
      @QueryParam("child") @DefaultValue("false") boolean child,
      @QueryParam("sort") @DefaultValue("") String sort,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    CaseFilter filter =
        new CaseFilter(
            status,
            worker.equals("me") ? calls.current().actor().ownLogin() : worker,
            supportLevel,
            occurrenceType,
            source,
            outcome,
            openedFrom,
            openedTo,
            closedFrom,
            closedTo,
            "",
            due,
            child,
            sort);
    var rows = files.list(calls.current(), filter, page, size);
    return new Paged<>(
        rows.items().stream().map(CaseView.Line::of).toList(),
        rows.page(),
        rows.size(),
        rows.total());
  }

  /** One case. */
  @GET
  @Path("{id}")
  @Operation(summary = "One case with person, referral and safe contact")
  public CaseView.Whole find(@PathParam("id") long id) {
    return files
        .find(calls.current(), id)
        .map(CaseView.Whole::of)
        .orElseThrow(() -> ProblemException.notFound("There is no such case."));
  }

  /** Changes of the state of a case. */
  @GET
  @Path("{id}/history")
  @Operation(summary = "Opened, assigned, closed, reopened: when, by whom and why")
  public List<HistoryEntry> history(@PathParam("id") long id) {
    return files.history(calls.current(), id);
  }

  /** How it might be closed. */
  @GET
  @Path("{id}/outcomes")
  @Operation(summary = "The outcomes of the area, with the reasons against each")
  public List<OutcomeChoice> outcomes(@PathParam("id") long id) {
    return files.outcomes(calls.current(), id);
  }

  /** Looks for people and cases. */
  @POST
  @Path("search")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(CasePermissions.SEARCH)
  @Operation(summary = "Cases by name, reference, police reference or date of birth")
  public Found search(@Nullable Wanted body) {
    Wanted wanted = Sent.body(body);
    SearchResult result =
        files.search(calls.current(), new PersonSearch(Sent.text(wanted.text()), wanted.bornOn()));
    return new Found(
        result.how(), result.rows().stream().map(CaseView.Line::of).toList(), result.more());
  }

  /**
   * What is looked for.
   *
   * @param text a name, a reference or a police reference; may be left out when bornOn is given
   * @param bornOn date of birth
   */
  public record Wanted(@Nullable String text, @Nullable LocalDate bornOn) {}

  /**
   * What was found.
   *
   * @param how by what it was found
   * @param items the cases
   * @param more whether there are more
   */
  public record Found(String how, List<CaseView.Line> items, boolean more) {}
}
