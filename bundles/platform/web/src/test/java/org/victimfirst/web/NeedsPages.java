package org.victimfirst.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.victimfirst.api.persistence.StaleVersionException;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.security.AccessDeniedException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;

/** Pages that work, fail and refuse in every way that a module's pages may. */
final class NeedsPages {
  private NeedsPages() {}

  static PageSet set() {
    return () ->
        List.of(
            Route.get(
                "/needs/list",
                "needs:read",
                r ->
                    PageResponse.page(
                        "Needs", Html.text("Needs of " + r.query("a").orElse("all")))),
            Route.get("/needs/form", "needs:read", r -> PageResponse.page("Form", r.csrf())),
            Route.post(
                "/needs/form",
                "needs:read",
                r ->
                    r.field("note").isEmpty()
                        ? PageResponse.page("Form", Html.text("Enter a note")).refused()
                        : PageResponse.redirect(
                            "/needs/list", "Saved " + r.field("note").length())),
            Route.get(
                "/needs/assessments/{id}",
                "needs:read",
                r -> PageResponse.page("Assessment", Html.text("Number " + r.id("id")))),
            Route.get("/needs/secret", "needs:manage", r -> PageResponse.page("x", Html.EMPTY)),
            Route.get(
                "/needs/denied",
                "needs:read",
                r -> {
                  throw new AccessDeniedException("needs:manage");
                }),
            Route.get(
                "/needs/broken",
                "needs:read",
                r -> {
                  throw new IllegalStateException("jdbc:derby secret detail");
                }),
            Route.get(
                "/needs/late-broken",
                "needs:read",
                r ->
                    PageResponse.page(
                        "x",
                        out -> {
                          throw new IllegalStateException("in the template");
                        })),
            Route.post(
                "/needs/stale",
                "needs:read",
                r -> {
                  throw new StaleVersionException("assessment", 1);
                }),
            Route.post(
                "/needs/refused",
                "needs:read",
                r -> {
                  throw ProblemException.conflict("closed", "The case is closed. Reopen it first");
                }),
            Route.get(
                "/needs/file.csv",
                "needs:read",
                r ->
                    PageResponse.download(
                        "text/csv; charset=utf-8",
                        "needs \"1\".csv",
                        out -> out.write("a,b".getBytes(StandardCharsets.UTF_8)))),
            Route.post(
                "/needs/upload",
                "needs:read",
                r ->
                    PageResponse.page(
                        "Uploaded",
                        Html.text(
                            r.field("source")
                                + " "
                                + r.files("file").size()
                                + " "
                                + r.files("file").get(0).name()
                                + " "
                                + r.files("file").get(0).size()))),
            Route.get(
                "/cases/{caseId}/needs/new",
                "needs:read",
                r -> PageResponse.page("New", Html.text("new")).ofCase(r.id("caseId"), "needs")));
  }
}
