package org.victimfirst.web.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageResponse.Page;
import org.victimfirst.web.http.Exchange;
import org.victimfirst.web.kept.KeptForm;
import org.victimfirst.web.kept.KeptForms;
import org.victimfirst.web.template.JtekeptFormGenerated;

/** Gives back what was typed when a session had ended, or a token did not fit. */
@Component(service = KeptPages.class)
public final class KeptPages {
  /** Cookie with the token that opens a kept form. */
  static final String COOKIE = "vf-kept";

  /** Where a kept form is given back. */
  static final String PATH = "/kept-form";

  /** Hidden field that says that a form is sent for the second time. */
  public static final String AGAIN = "_again";

  private static final Logger LOG = LoggerFactory.getLogger(KeptPages.class);

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable KeptForms store;

  /** Without a store: nothing outlives a session. */
  public KeptPages() {
    // For DS, which sets the field.
  }

  /** With a store, for tests. */
  public KeptPages(KeptForms store) {
    this.store = store;
  }

  private static KeptForm form(Visit visit) {
    return new KeptForm(
        visit.exchange().path(), visit.sent().without(AGAIN).fields(), visit.sent().hasFiles());
  }

  /**
   * Keeps the visit's form for the person whose session has ended.
   *
   * @return whether it is kept
   */
  boolean keep(Visit visit, String login) {
    KeptForms current = store;
    if (current == null) {
      return false;
    }
    try {
      Optional<String> token = current.keep(login, form(visit));
      token.ifPresent(t -> visit.exchange().setCookie(COOKIE, t, KeptForms.SECONDS));
      return token.isPresent();
    } catch (RuntimeException e) {
      LOG.error("Request {}: a form could not be kept", visit.exchange().requestId(), e);
      return false;
    }
  }

  /** The page that offers to send a kept form again. */
  PageResponse answer(Visit visit) {
    KeptForms current = store;
    Optional<KeptForm> kept =
        current == null
            ? Optional.empty()
            : visit
                .exchange()
                .cookie(COOKIE)
                .flatMap(token -> current.find(token, visit.call().actor().login()));
    if (kept.isEmpty()) {
      visit.exchange().setCookie(COOKIE, "", 0);
      return PageResponse.redirect("/");
    }
    return page(visit, 200, kept.get(), false);
  }

  /** The same for a form whose token did not fit: it never left the request. */
  Page outOfDate(Visit visit) {
    return page(visit, 403, form(visit), true);
  }

  private static Page page(Visit visit, int status, KeptForm kept, boolean outOfDate) {
    List<Html> words = new ArrayList<>();
    kept.fields()
        .forEach(
            (name, values) ->
                values.stream()
                    .filter(value -> !value.isBlank() && !name.startsWith("_"))
                    .forEach(value -> words.add(Html.text(value))));
    Html body =
        Templates.html(
            output ->
                JtekeptFormGenerated.render(output, null, kept, words, outOfDate, visit.csrf()));
    return new Page(status, "What you typed was kept", body, "", 0, "");
  }

  /** Throws a kept form away. */
  PageResponse forget(Visit visit) {
    sentAgain(visit.exchange());
    return PageResponse.redirect("/", "What you typed was thrown away");
  }

  /** A kept form has arrived: it need not be kept any longer. */
  void sentAgain(Exchange exchange) {
    KeptForms current = store;
    if (current != null) {
      exchange.cookie(COOKIE).ifPresent(current::forget);
    }
    exchange.setCookie(COOKIE, "", 0);
  }
}
