package org.victimfirst.cases.web;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.FoundCases;
import org.victimfirst.cases.domain.PersonSearch;
import org.victimfirst.cases.domain.SearchResult;

/** Answers the find box. What was typed goes no further than this request. */
@Component
@VictimFirstModule(module = "cases")
public final class FindPages implements PageSet {
  private final CaseFiles files;
  private final FoundCases found;

  /** For the platform. */
  @Activate
  public FindPages(@Reference CaseFiles files, @Reference FoundCases found) {
    this.files = files;
    this.found = found;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.post(Paths.FIND, CasePermissions.SEARCH, this::find));
  }

  private PageResponse find(PageRequest request) {
    if (request.hidePersonalDetails()) {
      Html body =
          Html.all(
              Vf.head("l", "Search is off", "", Html.EMPTY),
              Govuk.body("Personal details are hidden. Show them again to search."));
      return PageResponse.page("Search is off", body).under(Paths.LIST).refused();
    }
    String typed = request.field("find");
    if (typed.isEmpty()) {
      return PageResponse.redirect(Paths.LIST);
    }
    PersonSearch search =
        Words.parseDate(typed)
            .map(born -> new PersonSearch("", born))
            .orElseGet(() -> new PersonSearch(typed, null));
    if (search.text().length() > PersonSearch.MAX_LENGTH) {
      Html body =
          Html.all(
              Vf.head("l", "That is too long to search for", "", Html.EMPTY),
              Govuk.body(
                  "Search for a name, a date of birth or a reference, of %d characters at most."
                      .formatted(PersonSearch.MAX_LENGTH)));
      return PageResponse.page("That is too long to search for", body).under(Paths.LIST).refused();
    }
    SearchResult result = files.search(request.call(), search);
    if (result.rows().size() == 1 && result.how().endsWith("reference")) {
      return PageResponse.redirect(Paths.of(result.rows().get(0).summary().id()));
    }
    List<Long> ids = result.rows().stream().map(row -> row.summary().id()).toList();
    return PageResponse.redirect(Paths.LIST + "?found=" + found.keep(request.actor().id(), ids));
  }
}
