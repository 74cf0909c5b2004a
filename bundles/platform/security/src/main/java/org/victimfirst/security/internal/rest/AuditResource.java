package org.victimfirst.security.internal.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.RestResource;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.security.CallContext;
import org.victimfirst.api.security.Requires;
import org.victimfirst.security.internal.domain.AuditLog;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.domain.AuditVerifier;

/** The record of what was read and changed. */
@Component(service = RestResource.class)
@VictimFirstModule(module = "security")
@Path("/audit")
@Requires("security:audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource implements RestResource {
  private final AuditLog log;
  private final AuditVerifier verifier;
  private final Audit audit;
  private final CallContext calls;

  /** Wired by Declarative Services. */
  @Activate
  public AuditResource(
      @Reference AuditLog log,
      @Reference AuditVerifier verifier,
      @Reference Audit audit,
      @Reference CallContext calls) {
    this.log = log;
    this.verifier = verifier;
    this.audit = audit;
    this.calls = calls;
  }

  /** A row. */
  public record RowView(
      String id,
      LocalDateTime at,
      Instant moment,
      String actorId,
      String actor,
      String actorKind,
      String origin,
      String requestId,
      String action,
      String subjectType,
      String subjectId,
      @JsonRawValue @Schema(type = "object") String details) {
    static RowView of(AuditRow row) {
      return new RowView(
          Long.toString(row.id()),
          row.time().local(),
          row.time().instant(),
          Long.toString(row.actorId()),
          row.actorLogin(),
          row.actorKind(),
          row.origin(),
          row.requestId(),
          row.action(),
          row.subjectType(),
          Long.toString(row.subjectId()),
          row.details());
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param kind {@code changed}, {@code missing}, {@code inserted}, {@code unsealed} or {@code
   *     broken_chain}
   * @param id of the row, or number of the seal
   * @param sentence in words
   */
  public record FindingView(String kind, String id, String sentence) {
    static FindingView of(AuditVerifier.Finding finding) {
      String subject = finding.kind() == AuditVerifier.Kind.BROKEN_CHAIN ? "Seal " : "Row ";
      String what = finding.what();
      return new FindingView(
          finding.kind().name().toLowerCase(Locale.ROOT),
          Long.toString(finding.id()),
          subject + finding.id() + ": " + what + ".");
    }
  }

  /**
   * What was checked and found.
   *
   * @param findingCount all findings; the first thousand are listed
   * @param headHash hash of the last seal: noted elsewhere, it shows later that nothing before it
   *     was made anew
   */
  public record VerifyView(
      boolean clean,
      long sealsChecked,
      long rowsChecked,
      long rowsWaiting,
      long findingCount,
      List<FindingView> findings,
      String headNumber,
      String headHash) {
    static VerifyView of(AuditVerifier.Report report) {
      return new VerifyView(
          report.clean(),
          report.sealsChecked(),
          report.rowsChecked(),
          report.rowsWaiting(),
          report.findingCount(),
          report.findings().stream().map(FindingView::of).toList(),
          Long.toString(report.headNumber()),
          report.headHash());
    }
  }

  /** Rows, the newest first. */
  @GET
  @Operation(
      summary = "Lists what was read and changed, the newest first",
      description =
          "from and to are days; actor is a login; action is the beginning of one, such as needs.;"
              + " subject is a type or a type and an id, such as case:12.")
  public Paged<RowView> list(
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to,
      @QueryParam("actor") @Nullable String actor,
      @QueryParam("subject") @Nullable String subject,
      @QueryParam("action") @Nullable String action,
      @QueryParam("page") @DefaultValue("1") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    AuditLog.Filter filter =
        AuditLog.Filter.of(
            Optional.ofNullable(from), Optional.ofNullable(to), actor, action, subject);
    audit.record(calls.current(), "security.audit.read", "audit", 0, Map.of());
    Paged<AuditRow> rows = log.page(filter, page, size);
    return new Paged<>(
        rows.items().stream().map(RowView::of).toList(), rows.page(), rows.size(), rows.total());
  }

  /** Checks everything. */
  @GET
  @Path("/verify")
  @Operation(summary = "Checks every row against its seal and every seal against the one before")
  public VerifyView verify() {
    AuditVerifier.Report report = verifier.verify();
    audit.record(
        calls.current(),
        "security.audit.verified",
        "audit",
        0,
        Map.of("findings", Long.toString(report.findingCount())));
    return VerifyView.of(report);
  }
}
