package org.victimfirst.cases.web;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.area.AreaProfiles;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.rest.ProblemException;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Button;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Forms;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.Redaction;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Casework;
import org.victimfirst.cases.domain.Referrals;

/** Referrals that wait for a case, and people who may be one. */
@Component
@VictimFirstModule(module = "cases")
public final class ReferralPages implements PageSet {
  private static final int SIZE = 25;
  private static final Map<String, String> GROUNDS =
      Map.of(
          "same_contact", "same phone and postcode",
          "same_birth", "same date of birth",
          "same_name", "same name",
          "similar_name", "similar name",
          "names_swapped", "first name and surname swapped");

  private final Referrals referrals;
  private final Casework casework;
  private final AreaProfiles areas;

  /** For the platform. */
  @Activate
  public ReferralPages(
      @Reference Referrals referrals, @Reference Casework casework, @Reference AreaProfiles areas) {
    this.referrals = referrals;
    this.casework = casework;
    this.areas = areas;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(Paths.REFERRALS, CasePermissions.READ, this::waiting),
        Route.post(Paths.REFERRALS, CasePermissions.WRITE, this::open),
        Route.get(Paths.LINKS, CasePermissions.READ, this::links),
        Route.post(Paths.LINKS, CasePermissions.WRITE, this::decide));
  }

  private PageResponse waiting(PageRequest request) {
    Paged<Referrals.Waiting> found =
        Paged.atMostLast(page(request), n -> referrals.waiting(request.call(), n, SIZE));
    CaseWords words = new CaseWords(areas.current());
    Table table =
        Table.of("Referrals without a case", "Person", "Received", "Crime", "From", "What to do");
    for (Referrals.Waiting one : found.items()) {
      table =
          table.withRow(
              Cell.html(
                  Govuk.link(
                      CaseWords.person(request, one.personName()),
                      Paths.referral(one.referralId()))),
              Cell.text(Words.dateTime(one.receivedAt())),
              Cell.html(
                  Redaction.unlessHidden(
                      request.hidePersonalDetails(),
                      words.label("occurrence_type", one.occurrenceType()))),
              Cell.html(
                  Redaction.unlessHidden(
                      request.hidePersonalDetails(), words.label("referral_source", one.source()))),
              Cell.html(openButton(request, one)));
    }
    Html body =
        Html.all(
            Vf.head(
                "Referrals without a case",
                Words.number(found.total()) + ", oldest first",
                recordButton(request)),
            Govuk.body(Govuk.link("People who may be one", Paths.LINKS)),
            found.items().isEmpty()
                ? Vf.empty(
                    "Every referral has its case",
                    "Referrals that come in and have no case yet are listed here.",
                    Govuk.linkButton("Show cases", Paths.LIST))
                : Vf.stack(table),
            pages(found, Paths.REFERRALS));
    return PageResponse.page("Referrals without a case", body).under(Paths.LIST);
  }

  /** The way to a new referral, for those who may record one. */
  static Html recordButton(PageRequest request) {
    return request.actor().may(CasePermissions.WRITE)
        ? Govuk.linkButton("Record a referral", Paths.REFERRAL_NEW)
        : Html.EMPTY;
  }

  private static Html openButton(PageRequest request, Referrals.Waiting one) {
    if (!request.actor().may(CasePermissions.WRITE)) {
      return Html.EMPTY;
    }
    return Forms.form(
        Paths.REFERRALS,
        request.csrf(),
        Govuk.button(
            Button.submit("Open a case")
                .withName("referral", Long.toString(one.referralId()))
                .secondary()));
  }

  private PageResponse open(PageRequest request) {
    long caseId =
        casework.open(request.call(), id(request.field("referral")), request.actor().login());
    return PageResponse.redirect(Paths.of(caseId), "Case opened. It is yours");
  }

  private PageResponse links(PageRequest request) {
    Paged<Referrals.PossibleDuplicate> found =
        Paged.atMostLast(page(request), n -> referrals.possibleDuplicates(request.call(), n, SIZE));
    Table table = Table.of("People who may be one", "One", "The other", "Because of", "What to do");
    for (Referrals.PossibleDuplicate pair : found.items()) {
      table =
          table.withRow(
              Cell.text(CaseWords.person(request, pair.personName())),
              Cell.text(CaseWords.person(request, pair.otherPersonName())),
              Cell.text(Words.join(grounds(pair.grounds()))),
              Cell.html(decision(request, pair)));
    }
    Html body =
        Html.all(
            Vf.head(
                "People who may be one", "Linking changes neither person and can be taken back."),
            found.items().isEmpty()
                ? Vf.empty(
                    "Nobody to look at",
                    "When a new person may be known already, both are shown here side by side.",
                    Html.EMPTY)
                : Vf.stack(table),
            pages(found, Paths.LINKS));
    return PageResponse.page("People who may be one", body).under(Paths.LIST);
  }

  private static Html decision(PageRequest request, Referrals.PossibleDuplicate pair) {
    if (!request.actor().may(CasePermissions.WRITE)) {
      return Html.text(Words.capital(pair.status()));
    }
    Html id = Forms.hidden("pair", Long.toString(pair.id()));
    Html buttons =
        pair.status().equals("open")
            ? Html.all(
                Govuk.button(Button.submit("Link").withName("decision", "linked").secondary()),
                Govuk.button(
                    Button.submit("Different people")
                        .withName("decision", "different")
                        .secondary()))
            : Html.all(
                Html.text(Words.capital(pair.status()) + " "),
                Govuk.button(Button.submit("Take back").withName("decision", "open").secondary()));
    return Forms.form(Paths.LINKS, request.csrf(), id, Govuk.buttonGroup(buttons));
  }

  private PageResponse decide(PageRequest request) {
    referrals.decide(request.call(), id(request.field("pair")), request.field("decision"));
    return PageResponse.redirect(Paths.LINKS, "Saved");
  }

  /** Why two people may be one, in words. */
  static List<String> grounds(List<String> codes) {
    return codes.stream().map(code -> GROUNDS.getOrDefault(code, code)).toList();
  }

  private static Html pages(Paged<?> found, String path) {
    return found.pages() > 1
        ? Govuk.pagination(
            Pagination.of(found.page(), found.pages(), page -> path + "?page=" + page))
        : Html.EMPTY;
  }

  private static int page(PageRequest request) {
    return request
        .query("page")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Math.max(1, Integer.parseInt(text)))
        .orElse(1);
  }

  private static long id(String text) {
    return Ids.parse(text)
        .orElseThrow(
            () -> ProblemException.badRequest("id_missing", "The form was sent without the id."));
  }
}
