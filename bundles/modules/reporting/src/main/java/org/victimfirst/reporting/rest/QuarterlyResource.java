package org.victimfirst.reporting.rest;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.reporting.domain.Digest;
import org.victimfirst.reporting.domain.Period;
import org.victimfirst.reporting.domain.Quarters;
import org.victimfirst.reporting.domain.Report;
import org.victimfirst.reporting.domain.ReportCsv;
import org.victimfirst.reporting.domain.ReportPermissions;
import org.victimfirst.reporting.domain.Reports;
import org.victimfirst.reporting.view.ReportWords;

/** The quarterly report. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "reporting")
@Path("/")
@Requires(ReportPermissions.READ)
public final class QuarterlyResource implements RestResource {
  private static final MediaType CSV = new MediaType("text", "csv");

  private final Reports reports;
  private final CallContext calls;

  /** With the reports, and who asks. */
  @Activate
  public QuarterlyResource(@Reference Reports reports, @Reference CallContext calls) {
    this.reports = reports;
    this.calls = calls;
  }

  /** The report of a period: JSON, or CSV or HTML when that is asked for first. */
  @GET
  @Path("quarterly")
  @Produces({MediaType.APPLICATION_JSON, "text/csv", MediaType.TEXT_HTML})
  @Operation(
      summary =
          "The report from one day to another, both included: figures and percentages of each"
              + " section, absent sections, checks")
  public Response quarterly(
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("publication") @DefaultValue("false") boolean publication,
      @Context HttpHeaders headers) {
    if (first(CSV, headers.getAcceptableMediaTypes())) {
      return csv(from, to, publication);
    }
    Report report = report(from, to, publication);
    if (first(MediaType.TEXT_HTML_TYPE, headers.getAcceptableMediaTypes())) {
      boolean quarter = new Quarters(reports.profile()).isOne(report.period());
      String html = ReportHtml.of(new ReportWords(report, quarter));
      reports.released(calls.current(), report, "html", Digest.sha256(html));
      return Response.ok(html, ReportHtml.TYPE).build();
    }
    String json = ReportJson.of(report);
    reports.released(calls.current(), report, "json", Digest.sha256(json));
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private static boolean first(MediaType type, List<MediaType> accepted) {
    MediaType first = accepted.isEmpty() ? MediaType.WILDCARD_TYPE : accepted.get(0);
    return !first.isWildcardType() && !first.isWildcardSubtype() && type.isCompatible(first);
  }

  /** The report as CSV. */
  @GET
  @Path("quarterly.csv")
  @Produces("text/csv")
  @Operation(summary = "The report as CSV: section, figure, label, value, percent")
  public Response csv(
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("publication") @DefaultValue("false") boolean publication) {
    Report report = report(from, to, publication);
    String csv = ReportCsv.of(report);
    reports.released(calls.current(), report, "csv", Digest.sha256(csv));
    return Response.ok(csv, ReportCsv.TYPE)
        .header("Content-Disposition", "attachment; filename=\"" + ReportCsv.name(report) + "\"")
        .build();
  }

  private Report report(@Nullable String from, @Nullable String to, boolean publication) {
    return reports.quarterly(calls.current().actor(), Period.of(from, to), publication);
  }

  /** How the figures are counted. */
  @GET
  @Path("quarterly/definitions")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "How each figure is counted, in words, with the source of the rule")
  public Response definitions() {
    return Response.ok(ReportJson.definitions(reports.sections())).build();
  }
}
