package org.victimfirst.cases.web;

import java.util.function.Function;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
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
    if (form.sound()) {
      try {
        act.run();
        return PageResponse.redirect(Paths.of(request.id("caseId")), notice);
      } catch (RefusedException e) {
        e.problems().forEach(p -> form.error(p.field(), p.sentence()));
      } catch (StaleVersionException e) {
        CaseFile now = file(request);
        form.put("version", Integer.toString(now.version()));
        form.error("version", "main", meanwhile(now));
      } catch (ProblemException e) {
        if (e.status() != 409) {
          throw e;
        }
        form.error("version", "main", String.valueOf(e.getMessage()));
      }
    }
    return page.apply(form).refused();
  }

  private static String meanwhile(CaseFile now) {
    String next = now.next().what().isEmpty() ? "nothing planned" : now.next().what();
    String worker = now.summary().caseworker().isEmpty() ? "nobody" : now.summary().caseworker();
    return "Somebody else changed the case meanwhile. It is now %s, with %s; next: %s. What you typed is below: save it again if it still fits"
        .formatted(now.summary().status(), worker, next);
  }

  /** The page of a form. */
  PageResponse.Page page(
      PageRequest request, Form form, String title, String context, String button, Html... fields) {
    long caseId = request.id("caseId");
    Html content =
        Html.all(
            form.errorSummary(),
            Vf.head("l", title, context, Html.EMPTY),
            Forms.form(
                request.path(),
                request.csrf(),
                Html.markup("<input type=\"hidden\" name=\"version\" value=\""),
                Html.text(form.value("version")),
                Html.markup("\">"),
                Html.all(fields),
                Govuk.buttonGroup(Govuk.submit(button), Govuk.link("Cancel", Paths.of(caseId)))));
    return PageResponse.page(Words.capital(title), Vf.twoThirds(content)).ofCase(caseId, "");
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
