package org.victimfirst.security.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.security.internal.audit.AuditTrail;
import org.victimfirst.security.internal.audit.StoredAuditLog;
import org.victimfirst.security.internal.audit.StoredAuditVerifier;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.jdbc.Sql;
import org.victimfirst.security.internal.rest.AuditResource;
import org.victimfirst.security.internal.store.Desk;

class AuditPagesTest {
  @TempDir Path data;
  private Desk desk;
  private AuditTrail trail;
  private AuditPages pages;
  private AuditResource resource;

  @BeforeEach
  void open() {
    desk = new Desk(data);
    var database = desk.database().database();
    trail = new AuditTrail(database, desk.database().ids());
    var log = new StoredAuditLog(database);
    var verifier = new StoredAuditVerifier(database);
    pages = new AuditPages(log, verifier, trail, desk.people());
    resource = new AuditResource(log, verifier, trail, () -> desk.owner());
    trail.record(Call.system("job"), "cases.case.read", "case", 12, Map.of("tab", "needs"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String html(Map<String, List<String>> query) throws Exception {
    return Asked.html(Asked.answer(pages, desk.owner(), "GET", "/admin/audit", query));
  }

  @Test
  void auditIsReadWithFiltersAndReadingIsRecorded() throws Exception {
    assertThat(html(Map.of())).contains("cases.case.read", "case 12", "tab: needs");
    assertThat(html(Map.of("action", List.of("security.")))).contains("security.audit.read");
    assertThat(html(Map.of("subject", List.of("case:13"))))
        .contains("Nothing was recorded that fits");
    assertThat(html(Map.of("action", List.of("cases."), "page", List.of("9999"))))
        .as("past the end: the last page")
        .contains("cases.case.read", "1 record,");
    assertThat(resource.list(null, null, null, null, "cases.", 9999, 50).items())
        .as("the resource: an empty page")
        .isEmpty();
    PageResponse refused =
        Asked.answer(pages, desk.owner(), "GET", "/admin/audit", Map.of("from", List.of("soon")));
    assertThat(Asked.page(refused).status()).isEqualTo(422);
  }

  @Test
  void aLoginStandsInNoAddress() throws Exception {
    long id =
        desk.people()
            .add(
                desk.owner(),
                new People.Draft("sam.doe", "Sam Doe", "person", List.of("caseworker"), true))
            .user()
            .id();
    trail.record(desk.by(id), "cases.case.read", "case", 13, Map.of());

    for (String typed : List.of("Sam.Doe", "sam.doe (token nightly)")) {
      PageResponse answer =
          Asked.answer(
              pages,
              desk.owner(),
              "POST",
              "/admin/audit",
              Map.of("actor", List.of(typed), "action", List.of("cases.")));
      assertThat(((PageResponse.Redirect) answer).path())
          .isEqualTo("/admin/audit?who=" + id + "&action=cases.&page=1");
    }
    assertThat(html(Map.of("who", List.of(Long.toString(id)))))
        .contains("case 13", "value=\"sam.doe\"")
        .doesNotContain("case 12");
    assertThat(html(Map.of("who", List.of("system"))))
        .contains("case 12")
        .doesNotContain("case 13");

    PageResponse unknown =
        Asked.answer(
            pages, desk.owner(), "POST", "/admin/audit", Map.of("actor", List.of("sam.roe")));
    assertThat(Asked.page(unknown).status()).isEqualTo(422);
    assertThat(Asked.html(unknown)).contains("Enter a whole login", "value=\"sam.roe\"");
  }

  @Test
  void checkSaysWhatIsWrong() throws Exception {
    assertThat(Asked.html(Asked.answer(pages, desk.owner(), "GET", "/admin/audit/check", Map.of())))
        .contains("Nothing was changed, removed or put in.");
    Sql.change(
        desk.database().database(),
        c ->
            new Sql(c)
                .update("UPDATE security.audit_entry SET subject_id = 13 WHERE subject_id = 12"));
    assertThat(Asked.html(Asked.answer(pages, desk.owner(), "GET", "/admin/audit/check", Map.of())))
        .contains("The audit is not whole", "Changed");
    AuditResource.VerifyView report = resource.verify();
    assertThat(report.clean()).isFalse();
    assertThat(report.findings().get(0).sentence()).matches("Row \\d+: Is not what was written\\.");
  }

  @Test
  void resourceGivesRows() {
    AuditResource.RowView row =
        resource.list(null, null, "system", "case:12", "cases.", 1, 50).items().get(0);
    assertThat(row.details()).isEqualTo("{\"tab\":\"needs\"}");
    assertThat(row.actorKind()).isEqualTo("system");
  }
}
