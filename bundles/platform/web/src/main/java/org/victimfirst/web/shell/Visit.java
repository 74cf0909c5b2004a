package org.victimfirst.web.shell;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.security.WebSession;
import org.victimfirst.web.http.AskedPage;
import org.victimfirst.web.http.Exchange;
import org.victimfirst.web.http.SentForm;
import org.victimfirst.web.kept.KeptForm;

/**
 * A request together with who makes it.
 *
 * @param exchange the request and its answer
 * @param session the session, or null for somebody who has not signed in
 * @param cookie the session's cookie, or an empty string
 * @param call who acts
 * @param sent the form, empty for a GET
 * @param notice what the page before left, if any
 */
record Visit(
    Exchange exchange,
    @Nullable WebSession session,
    String cookie,
    Call call,
    SentForm sent,
    Optional<String> notice) {
  private static final Actor NOBODY = new Actor(0, "", "", Actor.Kind.PERSON, Set.of(), Set.of());

  /** A visit without form and notice. */
  public static Visit of(Exchange exchange, @Nullable WebSession session, String cookie) {
    Actor actor = session == null ? NOBODY : session.actor();
    Call call = new Call(actor, exchange.origin(), exchange.requestId());
    return new Visit(exchange, session, cookie, call, SentForm.empty(), Optional.empty());
  }

  /** The same visit with its form. */
  public Visit withForm(SentForm form) {
    return new Visit(exchange, session, cookie, call, form, notice);
  }

  /** The same visit with the notice of the page before. */
  public Visit withNotice(Optional<String> message) {
    return new Visit(exchange, session, cookie, call, sent, message);
  }

  /** Whether somebody has signed in. */
  public boolean signedIn() {
    return session != null;
  }

  /** Whether personal details are to be left out. */
  public boolean hidden() {
    return session != null && session.hidePersonalDetails();
  }

  /** The token of the session's forms; empty without a session. */
  public String csrfToken() {
    return session == null ? "" : session.csrfToken();
  }

  /** The hidden field with the token. */
  public Html csrf() {
    return session == null ? Html.EMPTY : Forms.hidden(KeptForm.CSRF, csrfToken());
  }

  /** The request as a handler sees it. */
  public AskedPage asked(Map<String, String> segments) {
    return new AskedPage(
        call, exchange.path(), segments, exchange.query(), sent, hidden(), csrf(), notice);
  }
}
