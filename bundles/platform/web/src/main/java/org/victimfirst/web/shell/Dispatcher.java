package org.victimfirst.web.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.module.RequestGate;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.Route;
import org.victimfirst.security.Calls;
import org.victimfirst.security.Sessions;
import org.victimfirst.security.WebSession;
import org.victimfirst.web.asset.Assets;
import org.victimfirst.web.contribution.Contributions;
import org.victimfirst.web.contribution.Gate;
import org.victimfirst.web.http.Exchange;
import org.victimfirst.web.http.Notices;
import org.victimfirst.web.http.SentForm;
import org.victimfirst.web.http.TooLargeException;
import org.victimfirst.web.kept.KeptForm;
import org.victimfirst.web.route.Match;

/**
 * Answers every request for a page: who asks, whether the form is ours, which page it is, whether
 * this person may, and what to say when something fails.
 */
public final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Set<String> METHODS = Set.of("GET", "POST");

  private final Parts parts;
  private final int uploadMegabytes;

  /**
   * What it works with.
   *
   * @param sessions who is signed in
   * @param calls binds the call to the thread
   * @param audit records refusals
   * @param gate counts requests inside modules
   * @param contributions what modules contribute
   * @param assets style sheets and scripts
   * @param shell the shell's own pages
   * @param casePages the tabs of cases
   * @param cases heads of cases
   * @param kept forms that came too late
   * @param problems pages that say what is wrong
   * @param skeleton the frame of all pages
   */
  public record Parts(
      Sessions sessions,
      Calls calls,
      Audit audit,
      Gate gate,
      Contributions contributions,
      Assets assets,
      Shell shell,
      CasePages casePages,
      Cases cases,
      KeptPages kept,
      Problems problems,
      Skeleton skeleton) {}

  /** A dispatcher that takes uploads of a size. */
  public Dispatcher(Parts parts, int uploadMegabytes) {
    this.parts = parts;
    this.uploadMegabytes = uploadMegabytes;
  }

  /** Answers one request, whatever happens. */
  public void answer(Exchange exchange) throws IOException {
    if (Assets.below(exchange.path())) {
      parts.assets().answer(exchange);
      return;
    }
    try {
      answerPage(exchange);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      LOG.error("Request {} failed outside any page", exchange.requestId(), e);
      if (!exchange.committed()) {
        exchange.resetBuffer();
        exchange.html(500, lastResort(exchange.requestId()));
      }
    }
  }

  private static String lastResort(String requestId) {
    return "<!DOCTYPE html><html lang=\"en-GB\"><title>Not available</title><h1>This page is not"
        + " available</h1><p>Try again in a moment. For the helpdesk: "
        + requestId
        + "</p></html>";
  }

  private void answerPage(Exchange exchange) throws Exception {
    String cookie = exchange.cookie(WebSession.COOKIE).orElse("");
    Optional<WebSession> session =
        cookie.isEmpty() ? Optional.empty() : parts.sessions().find(cookie);
    Visit visit = Visit.of(exchange, session.orElse(null), cookie);
    if (!METHODS.contains(exchange.method())) {
      exchange.header("Allow", "GET, HEAD, POST");
      send(visit, parts.problems().wrongMethod(visit));
      return;
    }
    try (SentForm sent = exchange.method().equals("POST") ? read(exchange) : SentForm.empty()) {
      answerForm(visit.withForm(sent), cookie);
    } catch (TooLargeException e) {
      send(visit, parts.problems().tooLarge(visit, e.limitMegabytes()));
    }
  }

  private SentForm read(Exchange exchange) throws IOException, TooLargeException {
    return SentForm.read(exchange.request(), uploadMegabytes);
  }

  private void answerForm(Visit visit, String cookie) throws Exception {
    String method = visit.exchange().method();
    String path = visit.exchange().path();
    Optional<Shell.Own> own = parts.shell().find(method, path);
    Optional<Match> match =
        own.isPresent() ? Optional.empty() : parts.contributions().routes().find(method, path);
    String needed =
        own.map(Shell.Own::permission)
            .or(() -> match.map(m -> m.route().permission()))
            .orElse(Route.SIGNED_IN);
    if (!visit.signedIn() && !needed.equals(Route.PUBLIC)) {
      signInFirst(visit, cookie);
      return;
    }
    WebSession session = visit.session();
    if (session != null && session.mustChangePassword() && !Shell.beforePassword(path)) {
      visit.exchange().redirect(Account.PASSWORD);
      return;
    }
    Optional<PageResponse> refusal = method.equals("POST") ? checkForm(visit) : Optional.empty();
    if (refusal.isPresent()) {
      send(visit, refusal.get());
      return;
    }
    boolean again = !visit.sent().field(KeptPages.AGAIN).isEmpty();
    Visit clean =
        visit
            .withForm(visit.sent().without(KeptForm.CSRF, KeptPages.AGAIN))
            .withNotice(
                method.equals("GET") ? Notices.take(visit.exchange(), cookie) : Optional.empty());
    send(clean, own.isPresent() ? own(clean, own.get()) : routed(clean, match));
    if (again) {
      LOG.debug("Request {} was a kept form", visit.exchange().requestId());
    }
  }

  /** Whoever is not signed in signs in first; what was sent is kept for the same person. */
  private void signInFirst(Visit visit, String cookie) throws IOException {
    Optional<String> ended =
        cookie.isEmpty() ? Optional.empty() : parts.sessions().loginOfEnded(cookie);
    boolean post = visit.exchange().method().equals("POST");
    boolean lost = post && (ended.isEmpty() || !parts.kept().keep(visit, ended.get()));
    if (lost && !visit.sent().fields().isEmpty()) {
      send(visit, parts.problems().signedOut(visit));
    } else {
      visit.exchange().redirect(Account.signInAddress(visit.exchange(), ended));
    }
  }

  private Optional<PageResponse> checkForm(Visit visit) {
    if (!visit.exchange().sameOrigin()) {
      return Optional.of(parts.problems().foreignForm(visit));
    }
    WebSession session = visit.session();
    if (session == null || visit.exchange().path().equals(Account.SIGN_IN)) {
      // Whoever signs in has no token yet, or one of a session that this one replaces.
      return Optional.empty();
    }
    byte[] sent = visit.sent().field(KeptForm.CSRF).getBytes(StandardCharsets.UTF_8);
    byte[] expected = session.csrfToken().getBytes(StandardCharsets.UTF_8);
    if (MessageDigest.isEqual(sent, expected)) {
      if (!visit.sent().field(KeptPages.AGAIN).isEmpty()) {
        parts.kept().sentAgain(visit.exchange());
      }
      return Optional.empty();
    }
    boolean showable =
        new KeptForm("", visit.sent().fields(), false).mayBeKept()
            && !parts.shell().has(visit.exchange().path());
    return Optional.of(
        showable ? parts.kept().outOfDate(visit) : parts.problems().foreignForm(visit));
  }

  private PageResponse own(Visit visit, Shell.Own own) throws Exception {
    return parts.calls().during(visit.call(), () -> own.handler().apply(visit));
  }

  private PageResponse routed(Visit visit, Optional<Match> match) throws Exception {
    if (match.isPresent()) {
      return module(visit, match.get());
    }
    String path = visit.exchange().path();
    boolean tab = parts.casePages().answers(path);
    if (tab && visit.exchange().method().equals("GET")) {
      return parts
          .casePages()
          .answer(visit)
          .<PageResponse>map(page -> page)
          .orElseGet(() -> parts.problems().notFound(visit));
    }
    Set<String> allowed = new TreeSet<>(parts.contributions().routes().methods(path));
    if (allowed.isEmpty() && !parts.shell().has(path)) {
      return parts.problems().notFound(visit);
    }
    return parts.problems().wrongMethod(visit);
  }

  private PageResponse module(Visit visit, Match match) throws Exception {
    String needed = match.route().permission();
    boolean everybody = needed.equals(Route.PUBLIC) || needed.equals(Route.SIGNED_IN);
    if (!everybody && !visit.call().actor().may(needed)) {
      return denied(visit, needed, match.walled());
    }
    Optional<RequestGate.Pass> pass = parts.gate().enter(match.module());
    if (pass.isEmpty()) {
      return parts.problems().notFound(visit);
    }
    RequestGate.Pass entered = pass.get();
    try (entered) {
      PageResponse response =
          parts
              .calls()
              .during(
                  visit.call(),
                  () -> match.route().handler().answer(visit.asked(match.segments())));
      return whole(response);
    } catch (AccessDeniedException e) {
      return denied(visit, e.permission(), match.walled());
    } catch (StaleVersionException e) {
      LOG.info("Request {}: {}", visit.exchange().requestId(), e.getMessage());
      return parts.problems().changedMeanwhile(visit);
    } catch (ProblemException e) {
      return problem(visit, e);
    } catch (Exception e) {
      LOG.error(
          "Request {}: {} {} failed",
          visit.exchange().requestId(),
          match.route().method(),
          match.route().path(),
          e);
      return parts.problems().notAvailable(visit, 500, title(match.module()));
    }
  }

  /** Writes the page while the module is entered, so that its templates still run inside it. */
  private static PageResponse whole(PageResponse response) {
    if (response instanceof PageResponse.Page page) {
      return new PageResponse.Page(
          page.status(),
          page.title(),
          org.victimfirst.api.web.Html.markup(page.body().asString()),
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

  private void send(Visit visit, PageResponse response) throws IOException {
    Exchange exchange = visit.exchange();
    if (response instanceof PageResponse.Redirect redirect) {
      // A session that was just begun signs its own notice.
      Notices.leave(exchange, visit.cookie(), redirect.notice());
      exchange.redirect(redirect.path());
    } else if (response instanceof PageResponse.File file) {
      send(exchange, file);
    } else if (response instanceof PageResponse.Page page) {
      page(visit, page);
    }
  }

  private void page(Visit visit, PageResponse.Page page) throws IOException {
    @Nullable CaseHead head = null;
    PageResponse.Page shown = page;
    if (page.caseId() != 0 && visit.signedIn()) {
      Optional<CaseHead> found = parts.cases().head(visit, page.caseId());
      if (found.isEmpty()) {
        shown = parts.problems().notFound(visit);
      } else {
        head = found.get();
      }
    }
    visit.exchange().html(shown.status(), parts.skeleton().page(visit, shown, head));
  }

  private static void send(Exchange exchange, PageResponse.File file) throws IOException {
    if (!file.fileName().isEmpty()) {
      String name = file.fileName().replaceAll("[^A-Za-z0-9._-]", "_");
      exchange.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
    try (OutputStream out = exchange.stream(file.contentType())) {
      file.content().to(out);
    }
  }
}
