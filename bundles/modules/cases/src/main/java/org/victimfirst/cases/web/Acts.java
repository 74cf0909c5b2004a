package org.victimfirst.cases.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.SafeBand;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFile;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.RefusedException;

/** What all small forms that change a case have in common: its version, refusals, conflicts. */
final class Acts {
  private final CaseFiles files;

  Acts(CaseFiles files) {
    this.files = files;
  }

  CaseFile file(PageRequest request) {
    return files
        .find(request.call(), request.id("caseId"))
        .orElseThrow(() -> ProblemException.notFound("There is no such case."));
  }

  /**
   * The page instead of one that cannot do without personal details while these are hidden: left
   * out of a form they would be taken for empty when it is saved.
   */
  static PageResponse.Page hidden(PageRequest request, String title, String tab) {
    Html content =
        Html.all(
            Vf.head("l", title, "", Html.EMPTY),
            Govuk.body(
                "Personal details are hidden, so this page is left out. Choose “Show personal"
                    + " details” at the top, and open it again."));
    return PageResponse.page(title, Vf.twoThirds(content)).ofCase(request.id("caseId"), tab);
  }

  /** A new form of a case. */
  Form blank(CaseFile file) {
    return Form.empty().put("version", Integer.toString(file.version()));
  }

  /** Does an act; what cannot be done gives the form back with every word in it. */
  PageResponse act(
      PageRequest request,
      Form form,
      Runnable act,
      String notice,
      Function<Form, PageResponse.Page> page) {
    Consumer<CaseFile> stale =
        now -> {
          form.put("version", Integer.toString(now.version()));
          form.error("version", "main", meanwhile(now));
        };
    return done(request, form, act, stale)
        ? PageResponse.redirect(Paths.of(request.id("caseId")), notice)
        : page.apply(form).refused();
  }

  /**
   * Does an act, if the form is sound.
   *
   * @param stale is told of the case as it is now, when somebody else was faster
   * @return whether it was done; if not, the form says why
   */
  private boolean done(PageRequest request, Form form, Runnable act, Consumer<CaseFile> stale) {
    if (!form.sound()) {
      return false;
    }
    try {
      act.run();
      return true;
    } catch (RefusedException e) {
      e.problems().forEach(p -> form.error(p.field(), p.sentence()));
    } catch (StaleVersionException e) {
      stale.accept(file(request));
    } catch (ProblemException e) {
      if (e.status() != 409) {
        throw e;
      }
      form.error("version", "main", String.valueOf(e.getMessage()));
    }
    return false;
  }

  /** A new form about the person of a case. */
  Form blankOfPerson(CaseFile file) {
    return Form.empty().put("version", Integer.toString(file.personVersion()));
  }

  /**
   * Does an act on the person of a case. When somebody else changed the person meanwhile, the page
   * shows both versions, and every word that was typed is kept.
   *
   * @param act does it, and says what was done
   * @param path where to go when it worked
   * @param both shows what is stored by now beside what was typed
   * @param page the form again, with what {@code both} shows
   */
  PageResponse actOnPerson(
      PageRequest request,
      Form form,
      Supplier<String> act,
      String path,
      Function<CaseFile, Html> both,
      Function<Html, PageResponse.Page> page) {
    List<String> notice = new ArrayList<>();
    List<Html> versions = new ArrayList<>();
    Consumer<CaseFile> stale =
        now -> {
          form.put("version", Integer.toString(now.personVersion()));
          form.error(
              "version",
              "meanwhile",
              "Somebody else changed this meanwhile. Compare both versions");
          versions.add(versions(both.apply(now)));
        };
    return done(request, form, () -> notice.add(act.get()), stale)
        ? PageResponse.redirect(path, notice.get(0))
        : page.apply(Html.all(versions)).refused();
  }

  /** What was done, and which channels are to be asked about again because of it. */
  static String askAgain(String done, List<String> channels) {
    return channels.isEmpty()
        ? done
        : done
            + ". Ask again what is safe: "
            + Words.join(
                channels.stream()
                    .map(channel -> SafeBand.name(channel).toLowerCase(Locale.UK))
                    .toList());
  }

  private static Html versions(Html both) {
    return Vf.card(
        Vf.Tone.WARN,
        "meanwhile",
        "Saved by somebody else meanwhile",
        "m",
        Html.all(
            both,
            Govuk.body(
                "What you entered is below, and nothing of it is lost. Saving it replaces"
                    + " what is stored.")));
  }

  private static String meanwhile(CaseFile now) {
    LocalDate due = now.next().due();
    String next =
        now.next().what().isEmpty()
            ? "nothing planned"
            : now.next().what() + (due == null ? "" : ", by " + Words.date(due));
    String worker = now.summary().caseworker().isEmpty() ? "nobody" : now.summary().caseworker();
    return "Somebody else changed the case meanwhile. It is now %s, with %s; next: %s. What you typed is below: save it again if it still fits"
        .formatted(now.summary().status(), worker, next);
  }

  /** The page of a form. */
  PageResponse.Page page(
      PageRequest request, Form form, String title, String context, String button, Html... fields) {
    return page(request, form, title, context, Html.EMPTY, "", button, fields);
  }

  /**
   * The page of a form.
   *
   * @param before what stands before the form, such as two versions
   * @param tab key of the tab that it belongs to, or an empty string
   */
  PageResponse.Page page(
      PageRequest request,
      Form form,
      String title,
      String context,
      Html before,
      String tab,
      String button,
      Html... fields) {
    long caseId = request.id("caseId");
    String back = tab.isEmpty() ? Paths.of(caseId) : Paths.tab(caseId, tab);
    Html content =
        Html.all(
            form.errorSummary(),
            Vf.head("l", title, context, Html.EMPTY),
            before,
            Forms.form(
                request.path(),
                request.csrf(),
                Forms.hidden("version", form.value("version")),
                Html.all(fields),
                Govuk.buttonGroup(Govuk.submit(button), Govuk.link("Cancel", back))));
    return PageResponse.page(Words.capital(title), Vf.twoThirds(content)).ofCase(caseId, tab);
  }

  /** The version that a form was made from. */
  static int version(Form form) {
    String version = form.value("version");
    if (!version.matches("\\d{1,9}")) {
      throw ProblemException.badRequest("version_missing", "The form was sent without version.");
    }
    return Integer.parseInt(version);
  }
}
