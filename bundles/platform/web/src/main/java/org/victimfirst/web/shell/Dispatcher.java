package org.victimfirst.web.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private final Sender sender;
  private final ModulePages modulePages;
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
    this.sender = new Sender(parts.cases(), parts.problems(), parts.skeleton());
    this.modulePages = new ModulePages(parts, sender);
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
      sender.send(visit, parts.problems().wrongMethod(visit));
      return;
    }
    Target target = target(exchange);
    if (exchange.method().equals("POST")
        && SentForm.hasFiles(exchange.request())
        && !mayUpload(visit, target, cookie)) {
      // Nobody fills our disk with files before they have said who they are.
      refuse(visit, parts.problems().signedOut(visit));
      return;
    }
    try (SentForm sent = exchange.method().equals("POST") ? read(exchange) : SentForm.empty()) {
      answerForm(visit.withForm(sent), target, cookie);
    } catch (TooLargeException e) {
      refuse(visit, parts.problems().tooLarge(visit, e.limitMegabytes()));
    }
  }

  /** Answers a form that is not read to its end. */
  private void refuse(Visit visit, PageResponse.Page page) throws Exception {
    sender.send(visit, page);
    visit.exchange().discardForm();
  }

  /**
   * Which page answers.
   *
   * @param needed what it needs
   */
  private record Target(Optional<Shell.Own> own, Optional<Match> match, String needed) {
    boolean open() {
      return needed.equals(Route.PUBLIC);
    }
  }

  private Target target(Exchange exchange) {
    String method = exchange.method();
    String path = exchange.path();
    Optional<Shell.Own> own = parts.shell().find(method, path);
    Optional<Match> match =
        own.isPresent() ? Optional.empty() : parts.contributions().routes().find(method, path);
    String needed =
        own.map(Shell.Own::permission)
            .or(() -> match.map(m -> m.route().permission()))
            .orElse(Route.SIGNED_IN);
    return new Target(own, match, needed);
  }

  private boolean mayUpload(Visit visit, Target target, String cookie) {
    return visit.signedIn()
        || target.open()
        || (!cookie.isEmpty() && parts.sessions().loginOfEnded(cookie).isPresent());
  }

  private SentForm read(Exchange exchange) throws IOException, TooLargeException {
    return SentForm.read(exchange.request(), uploadMegabytes);
  }

  private void answerForm(Visit visit, Target target, String cookie) throws Exception {
    String method = visit.exchange().method();
    String path = visit.exchange().path();
    Optional<Shell.Own> own = target.own();
    if (!visit.signedIn() && !target.open()) {
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
      sender.send(visit, refusal.get());
      return;
    }
    boolean again = !visit.sent().field(KeptPages.AGAIN).isEmpty();
    Visit clean =
        visit
            .withForm(visit.sent().without(KeptForm.CSRF, KeptPages.AGAIN))
            .withNotice(
                method.equals("GET") ? Notices.take(visit.exchange(), cookie) : Optional.empty());
    if (own.isPresent()) {
      sender.send(clean, own(clean, own.get()));
    } else {
      routed(clean, target.match());
    }
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
      sender.send(visit, parts.problems().signedOut(visit));
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

  private void routed(Visit visit, Optional<Match> match) throws Exception {
    if (match.isPresent()) {
      modulePages.answer(visit, match.get());
      return;
    }
    boolean get = visit.exchange().method().equals("GET");
    if (!get || !parts.casePages().answers(visit.exchange().path())) {
      sender.send(visit, unrouted(visit));
      return;
    }
    Optional<CasePages.Tab> tab = parts.casePages().answer(visit);
    if (tab.isPresent()) {
      sender.send(visit, tab.get());
    } else {
      sender.send(visit, parts.problems().notFound(visit));
    }
  }

  private PageResponse unrouted(Visit visit) {
    String path = visit.exchange().path();
    Set<String> allowed = new TreeSet<>(parts.contributions().routes().methods(path));
    if (allowed.isEmpty() && !parts.shell().has(path)) {
      return parts.problems().notFound(visit);
    }
    return parts.problems().wrongMethod(visit);
  }
}
