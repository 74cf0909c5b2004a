package org.victimfirst.web.shell;

import java.util.Optional;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.security.Sessions;
import org.victimfirst.security.WebSession;
import org.victimfirst.web.http.Decoding;
import org.victimfirst.web.http.Exchange;
import org.victimfirst.web.http.Notices;
import org.victimfirst.web.template.JtechangePasswordGenerated;
import org.victimfirst.web.template.JtesignInGenerated;

/** Signing in and out, and the person's own password. */
public final class Account {
  /** Where one signs in. */
  static final String SIGN_IN = "/sign-in";

  /** Where one changes the password. */
  static final String PASSWORD = "/account/password";

  private static final String NEXT = "next";
  private static final int MINUTE = 60;

  private final Sessions sessions;
  private final Area area;

  public Account(Sessions sessions, Area area) {
    this.sessions = sessions;
    this.area = area;
  }

  /** The page to sign in, for somebody who came from elsewhere. */
  PageResponse signInPage(Visit visit) {
    if (visit.signedIn()) {
      return PageResponse.redirect("/");
    }
    return signIn(visit.exchange(), 200, Form.empty(), visit.exchange().query(NEXT));
  }

  private PageResponse signIn(Exchange exchange, int status, Form form, String next) {
    boolean away = !exchange.query("away").isEmpty();
    boolean kept = exchange.cookie(KeptPages.COOKIE).isPresent();
    boolean out = !exchange.query("out").isEmpty();
    String heading = away ? "You have been away" : out ? "You have signed out" : "Sign in";
    Html body =
        Templates.html(
            output ->
                JtesignInGenerated.render(
                    output,
                    null,
                    heading,
                    away ? sessions.idleMinutes() : 0,
                    kept,
                    form,
                    Decoding.local(next) ? next : "",
                    area.serviceName()));
    return new PageResponse.Page(status, heading, body, "", 0, "");
  }

  /** Tries to sign in. All refusals look the same. */
  PageResponse signIn(Visit visit) {
    Exchange exchange = visit.exchange();
    String login = visit.sent().field("login").strip();
    String next = visit.sent().field(NEXT);
    Form form = Form.empty().put("login", login);
    if (login.isEmpty() || visit.sent().field("password").isEmpty()) {
      form.error("login", "Enter your sign-in name and your password");
      return signIn(exchange, 422, form, next);
    }
    Sessions.SignIn result =
        sessions.signIn(login, visit.sent().field("password"), exchange.origin());
    if (result instanceof Sessions.SignIn.Welcome welcome) {
      setSession(exchange, welcome.cookie());
      return PageResponse.redirect(after(exchange, welcome.session(), next));
    }
    if (result instanceof Sessions.SignIn.Wait wait) {
      exchange.header("Retry-After", String.valueOf(wait.seconds()));
      form.error(
          "login",
          "There were too many wrong tries. Wait " + length(wait.seconds()) + ", then try again");
      return signIn(exchange, 422, form, next);
    }
    form.error("login", "The sign-in name or the password is wrong");
    return signIn(exchange, 422, form, next);
  }

  private static String length(long seconds) {
    return seconds < 2 * MINUTE
        ? Words.count(Math.max(1, seconds), "second", "seconds")
        : Words.count((seconds + MINUTE - 1) / MINUTE, "minute", "minutes");
  }

  private static String after(Exchange exchange, WebSession session, String next) {
    if (session.mustChangePassword()) {
      return PASSWORD;
    }
    if (exchange.cookie(KeptPages.COOKIE).isPresent()) {
      return KeptPages.PATH;
    }
    return Decoding.local(next) ? next : "/";
  }

  private static void setSession(Exchange exchange, String cookie) {
    exchange.setCookie(WebSession.COOKIE, cookie, -1);
  }

  /** Ends the session. */
  PageResponse signOut(Visit visit) {
    WebSession session = visit.session();
    if (session != null) {
      sessions.signOut(session);
    }
    visit.exchange().setCookie(WebSession.COOKIE, "", 0);
    visit.exchange().setCookie(KeptPages.COOKIE, "", 0);
    return PageResponse.redirect(SIGN_IN + "?out=1");
  }

  /** Hides personal details, or shows them again, and goes back to the page. */
  PageResponse hideDetails(Visit visit) {
    WebSession session = visit.session();
    if (session != null) {
      sessions.hidePersonalDetails(session, visit.sent().field("hide").equals("yes"));
    }
    String back = visit.sent().field("back");
    return PageResponse.redirect(Decoding.local(back) ? back : "/");
  }

  /** The page to change the password. */
  PageResponse passwordPage(Visit visit) {
    return password(visit, 200, Form.empty());
  }

  private static PageResponse password(Visit visit, int status, Form form) {
    WebSession session = visit.session();
    boolean forced = session != null && session.mustChangePassword();
    Html body =
        Templates.html(
            output -> JtechangePasswordGenerated.render(output, null, forced, form, visit.csrf()));
    return new PageResponse.Page(status, "Change your password", body, "", 0, "");
  }

  /** Changes the password; the session goes on with a new cookie. */
  PageResponse changePassword(Visit visit) {
    String before = visit.sent().field("old_password");
    String wanted = visit.sent().field("new_password");
    Form form = Form.empty();
    if (before.isEmpty()) {
      form.error("old_password", "Enter the password that you have now");
    }
    if (wanted.isEmpty()) {
      form.error("new_password", "Enter a new password, such as four words that you can remember");
    } else if (!wanted.equals(visit.sent().field("repeated_password"))) {
      form.error("repeated_password", "Enter the new password a second time, exactly alike");
    }
    WebSession session = visit.session();
    if (!form.sound() || session == null) {
      return password(visit, 422, form);
    }
    Sessions.PasswordChange change = sessions.changePassword(session, before, wanted);
    if (change instanceof Sessions.PasswordChange.Changed changed) {
      setSession(visit.exchange(), changed.cookie());
      Notices.leave(visit.exchange(), changed.cookie(), "Your password has been changed");
      boolean kept = visit.exchange().cookie(KeptPages.COOKIE).isPresent();
      return PageResponse.redirect(kept ? KeptPages.PATH : "/");
    }
    String why = ((Sessions.PasswordChange.NotChanged) change).why();
    boolean old = why.contains("as it is now");
    return password(visit, 422, form.error(old ? "old_password" : "new_password", why));
  }

  /** Where somebody who has to sign in first is sent. */
  static String signInAddress(Exchange exchange, Optional<String> endedLogin) {
    StringBuilder address = new StringBuilder(SIGN_IN);
    char mark = '?';
    if (endedLogin.isPresent()) {
      address.append(mark).append("away=1");
      mark = '&';
    }
    String here = exchange.address();
    if (exchange.method().equals("GET") && Decoding.local(here) && !here.equals("/")) {
      address
          .append(mark)
          .append(NEXT)
          .append('=')
          .append(java.net.URLEncoder.encode(here, java.nio.charset.StandardCharsets.UTF_8));
    }
    return address.toString();
  }
}
