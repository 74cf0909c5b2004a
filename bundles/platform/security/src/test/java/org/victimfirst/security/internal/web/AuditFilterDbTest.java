package org.victimfirst.security.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.victimfirst.api.persistence.Dialect;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.security.internal.audit.AuditTrail;
import org.victimfirst.security.internal.audit.StoredAuditLog;
import org.victimfirst.security.internal.audit.StoredAuditVerifier;
import org.victimfirst.security.internal.store.Desk;
import org.victimfirst.testing.OnEachDatabase;

/** What was typed on the page of the audit: a whole login, the beginning of an action. */
class AuditFilterDbTest {
  @TempDir Path data;

  @OnEachDatabase
  void loginIsFoundAmongManyThatContainIt(Dialect dialect) {
    try (Desk desk = new Desk(dialect, data)) {
      for (int i = 0; i <= Paged.MAX_SIZE; i++) {
        desk.addSystem("feed" + i + ".sam.doe", "partner_system");
      }
      long sam = desk.add("sam.doe", "caseworker");
      assertThat(path(filtered(desk, "sam.doe"))).contains("who=" + sam + "&");
      assertThat(path(filtered(desk, " Sam.Doe (token nightly)"))).contains("who=" + sam + "&");
      for (String part : List.of("am.doe", "sam.do", "feed")) {
        assertThat(Asked.page(filtered(desk, part)).status()).isEqualTo(422);
      }
    }
  }

  @OnEachDatabase
  void signsInALoginStandForThemselves(Dialect dialect) {
    try (Desk desk = new Desk(dialect, data)) {
      long sam = desk.add("sam_doe", "caseworker");
      desk.add("sam-doe", "caseworker");
      assertThat(path(filtered(desk, "sam_doe"))).contains("who=" + sam + "&");
    }
  }

  @OnEachDatabase
  void signsInAnActionStandForThemselves(Dialect dialect) {
    try (Desk desk = new Desk(dialect, data)) {
      AuditTrail trail = trail(desk);
      trail.record(desk.owner(), "intake.import.started_again", "import", 7, Map.of());
      trail.record(desk.owner(), "intake.import.started-again", "import", 8, Map.of());
      assertThat(read(desk, "intake.import.started_again"))
          .contains("import 7")
          .doesNotContain("import 8");
      assertThat(read(desk, "%started")).contains("Nothing was recorded that fits");
    }
  }

  private static String read(Desk desk, String action) {
    return Asked.html(
        Asked.answer(
            pages(desk), desk.owner(), "GET", "/admin/audit", Map.of("action", List.of(action))));
  }

  private static PageResponse filtered(Desk desk, String login) {
    return Asked.answer(
        pages(desk), desk.owner(), "POST", "/admin/audit", Map.of("actor", List.of(login)));
  }

  private static AuditPages pages(Desk desk) {
    var database = desk.database().database();
    return new AuditPages(
        new StoredAuditLog(database),
        new StoredAuditVerifier(database),
        trail(desk),
        desk.people());
  }

  private static AuditTrail trail(Desk desk) {
    return new AuditTrail(desk.database().database(), desk.database().ids());
  }

  private static String path(PageResponse answer) {
    return ((PageResponse.Redirect) answer).path();
  }
}
