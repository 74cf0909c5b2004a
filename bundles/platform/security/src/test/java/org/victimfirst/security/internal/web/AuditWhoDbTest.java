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

/** A login that was typed on the page of the audit is that of one person, or of nobody. */
class AuditWhoDbTest {
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

  private static PageResponse filtered(Desk desk, String login) {
    var database = desk.database().database();
    AuditPages pages =
        new AuditPages(
            new StoredAuditLog(database),
            new StoredAuditVerifier(database),
            new AuditTrail(database, desk.database().ids()),
            desk.people());
    return Asked.answer(
        pages, desk.owner(), "POST", "/admin/audit", Map.of("actor", List.of(login)));
  }

  private static String path(PageResponse answer) {
    return ((PageResponse.Redirect) answer).path();
  }
}
