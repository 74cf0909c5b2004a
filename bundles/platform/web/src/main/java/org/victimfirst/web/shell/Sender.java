package org.victimfirst.web.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.web.http.Exchange;
import org.victimfirst.web.http.Notices;

/** Sends what a page answers: in the console's frame, as a file, or elsewhere. */
final class Sender {
  private final Cases cases;
  private final Problems problems;
  private final Skeleton skeleton;

  Sender(Cases cases, Problems problems, Skeleton skeleton) {
    this.cases = cases;
    this.problems = problems;
    this.skeleton = skeleton;
  }

  void send(Visit visit, PageResponse response) throws IOException {
    Exchange exchange = visit.exchange();
    if (response instanceof PageResponse.File && visit.hidden()) {
      page(visit, problems.hidden(visit));
      return;
    }
    if (response instanceof PageResponse.Redirect redirect) {
      // A session that was just begun signs its own notice.
      Notices.leave(exchange, visit.cookie(), redirect.notice());
      exchange.redirect(redirect.path());
    } else if (response instanceof PageResponse.File file) {
      file(exchange, file);
    } else if (response instanceof PageResponse.Page page) {
      page(visit, page);
    }
  }

  /** Sends a tab of a case under the head that it was written with. */
  void send(Visit visit, CasePages.Tab tab) throws IOException {
    PageResponse.Page page = tab.page();
    visit.exchange().html(page.status(), skeleton.page(visit, page, tab.head()));
  }

  private void page(Visit visit, PageResponse.Page page) throws IOException {
    @Nullable CaseHead head = null;
    PageResponse.Page shown = page;
    if (page.caseId() != 0 && visit.signedIn()) {
      Optional<CaseHead> found = cases.head(visit, page.caseId());
      if (found.isEmpty()) {
        shown = problems.notFound(visit);
      } else {
        head = found.get();
      }
    }
    visit.exchange().html(shown.status(), skeleton.page(visit, shown, head));
  }

  /**
   * Sends a file. It is closed only when it is whole: else the browser would take a part for all.
   */
  static void file(Exchange exchange, PageResponse.File file) throws IOException {
    if (!file.fileName().isEmpty()) {
      String name = file.fileName().replaceAll("[^A-Za-z0-9._-]", "_");
      exchange.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
    OutputStream out = exchange.stream(file.contentType());
    file.content().to(out);
    out.close();
  }
}
