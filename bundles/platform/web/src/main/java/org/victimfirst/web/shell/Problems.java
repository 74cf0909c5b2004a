package org.victimfirst.web.shell;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageResponse.Page;
import org.victimfirst.api.web.ui.Controls;
import org.victimfirst.api.web.ui.Field;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.web.contribution.Contributions;
import org.victimfirst.web.kept.KeptForm;

/**
 * The pages that say that something is not as it should be: what happened, what to do, and a
 * reference for the helpdesk. Never what a program would say.
 */
public final class Problems {
  private final Contributions contributions;
  private final Clock clock;

  public Problems(Contributions contributions, Clock clock) {
    this.contributions = contributions;
    this.clock = clock;
  }

  /** Nothing there, or nothing that this person may know of: the two look the same. */
  public Page notFound(Visit visit) {
    List<Html> ways = new ArrayList<>();
    ways.add(Html.text("Check the address"));
    Html today = Govuk.link("Today", "/");
    ways.add(
        contributions.mayOpen(visit.call().actor(), "GET", "/cases")
            ? Html.all(
                Html.text("Go back to "), today, Html.text(" or "), Govuk.link("Cases", "/cases"))
            : Html.all(Html.text("Go back to "), today));
    if (!visit.hidden() && contributions.mayOpen(visit.call().actor(), "POST", "/find")) {
      ways.add(Html.text("Find a case with the search at the top"));
    }
    return page(
        visit,
        404,
        "Page not found",
        Govuk.body("The address may be wrong, or the page has been removed."),
        typed(visit),
        Govuk.bullets(ways));
  }

  /** A permission is missing; it has been recorded. */
  public Page noPermission(Visit visit, String permission) {
    return page(
        visit,
        403,
        "You cannot open this page",
        Govuk.body(
            "It needs the permission \u201c"
                + contributions.permissionTitle(permission)
                + "\u201d. If you need it for your work, ask your service manager or an"
                + " administrator."),
        Govuk.body("Your attempt has been recorded, as every look at personal details is."),
        Govuk.body(Govuk.link("Go to Today", "/")),
        typed(visit));
  }

  /** A contribution failed or came late. */
  public Page notAvailable(Visit visit, int status, String part) {
    return page(
        visit,
        status,
        part + " is not available",
        Govuk.body(
            "This part did not answer as it should. Everything else works. Nothing that you saved is"
                + " lost."),
        typed(visit),
        ways(visit));
  }

  /** Somebody else changed the same thing meanwhile, and the module has no page for it. */
  public Page changedMeanwhile(Visit visit) {
    return page(
        visit,
        409,
        "Somebody else changed this meanwhile",
        Govuk.body("Your change was not saved, so that theirs is not lost."),
        typed(visit),
        Govuk.body("Open the page again, look at what changed, and enter yours once more."),
        Govuk.body(Govuk.link("Go to Today", "/")));
  }

  /** Something that a module refused with a sentence of its own. */
  public Page refused(Visit visit, int status, String title, String sentence) {
    return page(visit, status, title, Govuk.body(sentence), typed(visit), ways(visit));
  }

  /** A file was asked for while personal details are hidden. */
  public Page hidden(Visit visit) {
    return page(
        visit,
        403,
        "Personal details are hidden",
        Govuk.body("Files are not sent while personal details are hidden."),
        Govuk.body("Choose “Show personal details” at the top, then download it again."));
  }

  /** The body is too large. */
  public Page tooLarge(Visit visit, int megabytes) {
    return page(
        visit,
        413,
        "That is too large",
        Govuk.body("The limit is " + megabytes + " MB. Nothing was saved."),
        Govuk.body("Go back with your browser and choose a smaller file."));
  }

  /** The address does not take this method. */
  public Page wrongMethod(Visit visit) {
    return page(
        visit,
        405,
        "That cannot be done here",
        Govuk.body("Nothing was saved. Open the page again and use its buttons."),
        typed(visit),
        Govuk.body(Govuk.link("Go to Today", "/")));
  }

  /** The form did not come from a page of ours. */
  public Page foreignForm(Visit visit) {
    return page(
        visit,
        403,
        "That form did not come from this console",
        Govuk.body("Nothing was saved. Open the page here and fill in the form again."),
        Govuk.body(Govuk.link("Go to Today", "/")));
  }

  /** The session is over and nothing could be kept: the words are given back. */
  public Page signedOut(Visit visit) {
    return page(
        visit,
        403,
        "You are not signed in",
        Govuk.body("Nothing was saved."),
        typed(visit),
        Govuk.linkButton("Sign in", "/sign-in"));
  }

  private static Html ways(Visit visit) {
    return Govuk.buttonGroup(
        Govuk.linkButton(
            "Try again",
            visit.exchange().method().equals("GET") ? visit.exchange().address() : "/"),
        Govuk.link("Go to Today", "/"));
  }

  /** What was typed, so that it can be copied; passwords are never given back. */
  private static Html typed(Visit visit) {
    Map<String, List<String>> fields = visit.sent().fields();
    if (!new KeptForm("", fields, false).mayBeKept()) {
      return Html.EMPTY;
    }
    StringBuilder words = new StringBuilder();
    fields.forEach(
        (name, values) -> {
          boolean ours = name.startsWith("_");
          for (String value : values) {
            if (!ours && value.strip().contains(" ")) {
              words.append(words.length() == 0 ? "" : "\n\n").append(value.strip());
            }
          }
        });
    if (words.length() == 0) {
      return Html.EMPTY;
    }
    Field field =
        Field.of("kept", "What you wrote")
            .withValue(words.toString())
            .withRows(6)
            .withAttribute("readonly", "");
    return Html.all(
        Govuk.body("Your form was not saved. Your words are below, so that you can copy them."),
        Controls.textarea(field));
  }

  private Page page(Visit visit, int status, String title, Html... parts) {
    Html body =
        Html.all(
            Govuk.heading(1, "xl", title),
            Html.all(parts),
            Html.all(
                Html.markup("<p class=\"govuk-body vf-soft\">For the helpdesk: "),
                Inline.code(visit.exchange().requestId()),
                Html.text(", " + Words.dateTime(LocalDateTime.now(clock))),
                Html.markup("</p>")));
    return new PageResponse.Page(status, title, Vf.twoThirds(body), "", 0, "");
  }
}
