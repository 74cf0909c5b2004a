package org.victimfirst.web;

import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.victimfirst.api.cases.CaseDirectory;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.cases.CaseSummary;
import org.victimfirst.api.cases.LegacyCase;
import org.victimfirst.api.cases.SafeContact;
import org.victimfirst.api.cases.SafeContact.Channel;
import org.victimfirst.api.cases.SafeContact.State;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.NavItem;
import org.victimfirst.api.web.PageRequest;

/** Invented contributions and one invented case. */
final class Samples {
  static final long CASE = 4417;

  private Samples() {}

  record Nav(String label, String path, String permission, int order) implements NavItem {}

  /** Makes the content of a tab. */
  interface Content {
    Html of(PageRequest request, CaseHead head) throws Exception;
  }

  record Tab(String key, String label, int order, String permission, Content made)
      implements CaseTab {
    @Override
    public Html content(PageRequest request, CaseHead head) throws Exception {
      return made.of(request, head);
    }
  }

  static SafeContact safeContact() {
    return new SafeContact(
        List.of(
            new Channel("call", State.YES, "Weekdays, 10am to 2pm"),
            new Channel("voicemail", State.NO, "Somebody else plays her messages"),
            new Channel("text", State.NOT_ASKED, ""),
            new Channel("email", State.YES, "Her work address only"),
            new Channel("letter", State.NO, "Shared letterbox")),
        "If somebody else answers, say \u201cwrong number\u201d and end the call.",
        LocalDate.of(2020, 7, 7),
        LocalDate.of(2020, 7, 21));
  }

  static CaseDirectory directory() {
    return directory(new AtomicInteger());
  }

  /** Cases, counting how often a head is read. */
  static CaseDirectory directory(AtomicInteger heads) {
    return new CaseDirectory() {
      @Override
      public Optional<CaseSummary> find(Call call, long caseId) {
        return head(call, caseId, false).map(CaseHead::summary);
      }

      @Override
      public List<CaseSummary> find(Call call, Collection<Long> caseIds) {
        return caseIds.stream().flatMap(id -> find(call, id).stream()).toList();
      }

      @Override
      public List<CaseHead> heads(Call call, Collection<Long> caseIds, boolean hide) {
        return caseIds.stream().flatMap(id -> head(call, id, hide).stream()).toList();
      }

      @Override
      public Map<String, LegacyCase> legacy(Connection connection, Collection<String> keys) {
        return Map.of();
      }

      @Override
      public Optional<CaseHead> head(Call call, long caseId, boolean hide) {
        heads.incrementAndGet();
        if (caseId != CASE) {
          return Optional.empty();
        }
        CaseSummary summary =
            new CaseSummary(
                CASE,
                1,
                "VF-7KQ-M2XR",
                hide ? "R O" : "Ruth Okafor",
                "harassment",
                "open",
                null,
                "priya",
                LocalDateTime.of(2020, 6, 16, 8, 0),
                null,
                null);
        return Optional.of(
            new CaseHead(
                summary,
                List.of("Enhanced support", "Caseworker Priya Nair", "Open since 16 June 2020"),
                safeContact(),
                hide));
      }
    };
  }
}
