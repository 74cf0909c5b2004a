package org.victimfirst.intake.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import javax.ws.rs.core.StreamingOutput;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.job.Jobs;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.Imports;
import org.victimfirst.intake.domain.Permissions;
import org.victimfirst.intake.domain.Problem;
import org.victimfirst.intake.domain.ProblemFilter;
import org.victimfirst.intake.download.ProblemsCsv;
import org.victimfirst.intake.receive.Receipt;
import org.victimfirst.intake.receive.Reception;

/** Imports of the legacy extract. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "intake")
@Path("/imports")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permissions.READ)
public final class ImportsResource implements RestResource {
  private static final String CSV = "text/csv;charset=utf-8";

  private final Imports imports;
  private final Reception reception;
  private final Jobs jobs;
  private final CallContext calls;

  /** Takes what it needs. */
  @Activate
  public ImportsResource(
      @Reference Imports imports,
      @Reference Reception reception,
      @Reference Jobs jobs,
      @Reference CallContext calls) {
    this.imports = imports;
    this.jobs = jobs;
    this.reception = reception;
    this.calls = calls;
  }

  /** Takes a zip. */
  @POST
  @Consumes({"application/zip", "application/x-zip-compressed", "application/octet-stream"})
  @Requires(Permissions.IMPORT)
  @Operation(
      summary = "Import the files of an extract, sent as a zip",
      description =
          "The files are stored and a job does the rest: 202 with the import's address. 400"
              + " not_a_zip, 413 upload_too_large, 422 nothing_to_import or file_twice.")
  public Response importZip(@Parameter(hidden = true) InputStream zip) throws IOException {
    return accepted(reception.zip(calls.current(), zip));
  }

  /** Takes the parts of a form. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permissions.IMPORT)
  @Operation(
      summary = "Import files, sent as the parts of a form",
      description =
          "One zip, or the files by themselves; the parts' file names say which they are. As with a"
              + " zip the answer is 202.")
  public Response importFiles(@Parameter(hidden = true) MultipartBody form) throws IOException {
    return accepted(reception.files(calls.current(), FormFiles.of(form)));
  }

  private static Response accepted(Receipt receipt) {
    return Response.accepted(ReceiptDto.of(receipt))
        .location(URI.create("/api/v1/intake/imports/" + receipt.importId()))
        .build();
  }

  /** Imports, newest first. */
  @GET
  @Operation(summary = "List imports, newest first")
  public Paged<ImportHeadDto> list(
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("20") int size) {
    Paged<ImportHead> heads = imports.list(page, size);
    return new Paged<>(
        heads.items().stream().map(ImportHeadDto::of).toList(), page, size, heads.total());
  }

  /** One import. */
  @GET
  @Path("{id}")
  @Operation(summary = "Show the progress of an import, and the counts of each file")
  public ImportDto find(@PathParam("id") long id) {
    ImportHead head = existing(id);
    return ImportDto.of(head, jobs.find(head.jobId()), imports.files(id));
  }

  /** Starts a failed import again. */
  @POST
  @Path("{id}/again")
  @Requires(Permissions.IMPORT)
  @Operation(
      summary = "Start an import that failed again",
      description = "It goes on where it was. 409 not_failed when it did not fail.")
  public Response again(@PathParam("id") long id) {
    existing(id);
    Call call = calls.current();
    long job =
        imports
            .again(call, id)
            .orElseThrow(
                () ->
                    ProblemException.conflict(
                        "not_failed", "The import did not fail, so it need not be started again."));
    return accepted(new Receipt(id, job));
  }

  /** Problems of an import. */
  @GET
  @Path("{id}/problems")
  @Operation(summary = "List what is wrong with the rows and files of an import")
  public Paged<ProblemDto> problems(
      @PathParam("id") long id,
      @QueryParam("file") @DefaultValue("") String file,
      @QueryParam("code") @DefaultValue("") String code,
      @QueryParam("severity") @DefaultValue("") String severity,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("100") int size) {
    existing(id);
    Paged<Problem> problems =
        imports.problems(id, new ProblemFilter(file, code, severity), page, size);
    List<ProblemDto> items = problems.items().stream().map(ProblemDto::of).toList();
    return new Paged<>(items, page, size, problems.total());
  }

  /** Problems of an import as CSV, by the Accept header. */
  @GET
  @Path("{id}/problems")
  @Produces(CSV)
  @Operation(summary = "Download all problems of an import as CSV", hidden = true)
  public Response problemsAsCsv(
      @PathParam("id") long id,
      @QueryParam("file") @DefaultValue("") String file,
      @QueryParam("code") @DefaultValue("") String code,
      @QueryParam("severity") @DefaultValue("") String severity) {
    existing(id);
    ProblemFilter filter = new ProblemFilter(file, code, severity);
    StreamingOutput body = out -> ProblemsCsv.write(imports, id, filter, out);
    return Response.ok(body, CSV)
        .header("Content-Disposition", "attachment; filename=\"import-" + id + "-problems.csv\"")
        .build();
  }

  /** Problems of an import as CSV, by the address. */
  @GET
  @Path("{id}/problems.csv")
  @Produces({CSV, MediaType.WILDCARD})
  @Operation(
      summary = "Download all problems of an import as CSV",
      description = "UTF-8, commas, a header row. The same filters as the list.")
  public Response problemsCsv(
      @PathParam("id") long id,
      @QueryParam("file") @DefaultValue("") String file,
      @QueryParam("code") @DefaultValue("") String code,
      @QueryParam("severity") @DefaultValue("") String severity) {
    return problemsAsCsv(id, file, code, severity);
  }

  private ImportHead existing(long id) {
    return imports
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("There is no import with this id."));
  }
}
