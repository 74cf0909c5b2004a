package org.victimfirst.web.shell;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.RequestGate;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;
import org.victimfirst.web.route.Match;

/** Has the module answer whose page it is: whether this person may, and what to say if it fails. */
final class ModulePages {
  private static final Logger LOG = LoggerFactory.getLogger(ModulePages.class);

  private final Dispatcher.Parts parts;
  private final Sender sender;

  ModulePages(Dispatcher.Parts parts, Sender sender) {
    this.parts = parts;
    this.sender = sender;
  }

  void answer(Visit visit, Match match) throws Exception {
    String needed = match.route().permission();
    boolean everybody = needed.equals(Route.PUBLIC) || needed.equals(Route.SIGNED_IN);
    if (!everybody && !visit.call().actor().may(needed)) {
      sender.send(visit, denied(visit, needed, match.walled()));
      return;
    }
    Optional<RequestGate.Pass> pass = parts.gate().enter(match.module());
    if (pass.isEmpty()) {
      sender.send(visit, parts.problems().notFound(visit));
      return;
    }
    Optional<PageResponse> left;
    RequestGate.Pass entered = pass.get();
    try (entered) {
      left = parts.calls().during(visit.call(), () -> handled(visit, match));
    }
    if (left.isPresent()) {
      sender.send(visit, left.get());
    }
  }

  /**
   * Has the module answer, while it is entered. A file is sent here, because its content comes from
   * the module until its end.
   *
   * @return what is still to be sent
   */
  private Optional<PageResponse> handled(Visit visit, Match match) throws IOException {
    PageResponse response;
    try {
      response = whole(match.route().handler().answer(visit.asked(match.segments())));
    } catch (Exception e) {
      return Optional.of(failed(visit, match, e));
    }
    if (!(response instanceof PageResponse.File file) || visit.hidden()) {
      return Optional.of(response);
    }
    try {
      Sender.file(visit.exchange(), file);
      return Optional.empty();
    } catch (RuntimeException e) {
      if (visit.exchange().committed()) {
        // The browser sees by the cut that it is not whole.
        throw new IOException("A file broke off", e);
      }
      visit.exchange().resetBuffer();
      visit.exchange().header("Content-Disposition", "inline");
      return Optional.of(failed(visit, match, e));
    }
  }

  private PageResponse failed(Visit visit, Match match, Exception why) {
    if (why instanceof AccessDeniedException denied) {
      return denied(visit, denied.permission(), match.walled());
    }
    if (why instanceof StaleVersionException) {
      LOG.info("Request {}: {}", visit.exchange().requestId(), why.getMessage());
      return parts.problems().changedMeanwhile(visit);
    }
    if (why instanceof ProblemException problem) {
      return problem(visit, problem);
    }
    LOG.error(
        "Request {}: {} {} failed",
        visit.exchange().requestId(),
        match.route().method(),
        match.route().path(),
        why);
    return parts.problems().notAvailable(visit, 500, title(match.module()));
  }

  /** Writes the page while the module is entered, so that its templates still run inside it. */
  private static PageResponse whole(PageResponse response) {
    if (response instanceof PageResponse.Page page) {
      return new PageResponse.Page(
          page.status(),
          page.title(),
          Html.markup(page.body().asString()),
          page.nav(),
          page.caseId(),
          page.tab());
    }
    return response;
  }

  private String title(String module) {
    return parts.contributions().module(module).map(ModuleDescriptor::title).orElse("This page");
  }

  private PageResponse denied(Visit visit, String permission, boolean walled) {
    parts
        .audit()
        .record(
            visit.call(), "web.page.refused", "permission", 0, Map.of("permission", permission));
    return walled
        ? parts.problems().notFound(visit)
        : parts.problems().noPermission(visit, permission);
  }

  private PageResponse problem(Visit visit, ProblemException e) {
    if (e.status() == 404) {
      return parts.problems().notFound(visit);
    }
    String sentence = e.getMessage() == null ? "" : e.getMessage();
    return parts.problems().refused(visit, e.status(), e.title(), sentence);
  }
}
