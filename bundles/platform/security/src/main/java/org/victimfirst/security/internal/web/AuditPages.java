package org.victimfirst.security.internal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.persistence.Ids;
import org.victimfirst.api.rest.Paged;
import org.victimfirst.api.security.Audit;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.PageResponse;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.ui.Cell;
import org.victimfirst.api.web.ui.Form;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Inline;
import org.victimfirst.api.web.ui.Pagination;
import org.victimfirst.api.web.ui.SummaryList;
import org.victimfirst.api.web.ui.Table;
import org.victimfirst.api.web.ui.Vf;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.security.internal.domain.AuditLog;
import org.victimfirst.security.internal.domain.AuditRow;
import org.victimfirst.security.internal.domain.AuditTime;
import org.victimfirst.security.internal.domain.AuditVerifier;
import org.victimfirst.security.internal.domain.People;
import org.victimfirst.security.internal.domain.User;
import org.victimfirst.security.internal.web.template.JteauditCheckGenerated;
import org.victimfirst.security.internal.web.template.JteauditGenerated;

/** The audit: read with filters, and checked. Both are recorded in it. */
@Component
@VictimFirstModule(module = "security")
public class AuditPages implements PageSet {
  static final String LIST = "/admin/audit";
  static final String PERMISSION = "security:audit";

  /** What the address says: of people their ids, never their logins. */
  private static final List<String> FILTERS = List.of("from", "to", "who", "action", "subject");

  /** Actors that are nobody's account. */
  private static final Set<String> NOBODYS = Set.of("system", "owner");

  private static final int SIZE = 50;
  private static final int MOST_FINDINGS = 200;

  private final AuditLog log;
  private final AuditVerifier verifier;
  private final Audit audit;
  private final People people;

  /** Wired by Declarative Services. */
  @Activate
  public AuditPages(
      @Reference AuditLog log,
      @Reference AuditVerifier verifier,
      @Reference Audit audit,
      @Reference People people) {
    this.log = log;
    this.verifier = verifier;
    this.audit = audit;
    this.people = people;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(LIST, PERMISSION, this::list),
        Route.post(LIST, PERMISSION, this::filter),
        Route.get(LIST + "/check", PERMISSION, this::check));
  }

  private PageResponse list(PageRequest request) {
    Form form = Form.of(request.query());
    String who = form.value("who");
    String login =
        Ids.parse(who).stream()
            .boxed()
            .flatMap(id -> people.find(id).stream())
            .map(User::login)
            .findFirst()
            .orElse(who);
    return page(request, form.put("actor", login));
  }

  /** What was typed becomes an address without a login in it. */
  private PageResponse filter(PageRequest request) {
    Form form = Form.of(request);
    // With a token its name stands behind the login.
    String login = form.value("actor").strip().split(" ", 2)[0];
    Optional<String> who =
        login.isEmpty() || NOBODYS.contains(login) ? Optional.of(login) : userOf(login);
    if (who.isEmpty()) {
      form.error("actor", "Enter a whole login, as it stands under Who");
      return page(request, form);
    }
    return PageResponse.redirect(address(form.put("who", who.get()), 1));
  }

  private Optional<String> userOf(String login) {
    return people.findByLogin(login).map(user -> Long.toString(user.id()));
  }

  private PageResponse page(PageRequest request, Form form) {
    Optional<LocalDate> from =
        form.read("from", Words::parseDate, "Enter the first day, like 9 July 2020");
    Optional<LocalDate> to =
        form.read("to", Words::parseDate, "Enter the last day, like 9 July 2020");
    String who = form.value("who");
    OptionalLong user = Ids.parse(who);
    AuditLog.Filter typed =
        AuditLog.Filter.of(
            from, to, user.isPresent() ? "" : who, form.value("action"), form.value("subject"));
    AuditLog.Filter filter = user.isPresent() ? typed.by(user.getAsLong()) : typed;
    audit.record(request.call(), "security.audit.read", "audit", 0, Map.of());
    Paged<AuditRow> rows =
        Paged.atMostLast(PageNumber.of(request), page -> log.page(filter, page, SIZE));
    Html table = table(rows.items());
    Html pages =
        Govuk.pagination(Pagination.of(rows.page(), rows.pages(), number -> address(form, number)));
    String context = Words.count(rows.total(), "record", "records") + ", the newest first";
    Html body =
        Templates.html(
            out ->
                JteauditGenerated.render(
                    out,
                    null,
                    context,
                    form,
                    !rows.items().isEmpty(),
                    table,
                    pages,
                    request.csrf()));
    PageResponse.Page answer = PageResponse.page("Audit", body).under(LIST);
    return form.sound() ? answer : answer.refused();
  }

  private static Html table(List<AuditRow> rows) {
    Table table = Table.of("What was read and changed", "When", "Who", "What", "About", "Details");
    for (AuditRow row : rows) {
      String about =
          row.subjectId() == 0 ? row.subjectType() : row.subjectType() + " " + row.subjectId();
      table =
          table.withRow(
              Cell.html(when(row.time())),
              Cell.html(
                  Html.all(
                      Inline.code(row.actorLogin()),
                      Html.markup("<br>"),
                      Inline.soft(row.actorKind() + ", " + row.origin()))),
              Cell.html(Inline.code(row.action())),
              Cell.html(Inline.num(about)),
              Cell.text(DetailWords.of(row.details())));
    }
    return Vf.stack(table);
  }

  /** The time; in the hour that comes twice in autumn, with which of the two it was. */
  private static Html when(AuditTime time) {
    Html words = Words.time(time.local());
    return time.isOfHourThatComesTwice()
        ? Html.all(words, Html.markup(" "), Inline.soft(time.zoneName()))
        : words;
  }

  private static String address(Form form, int page) {
    StringBuilder address = new StringBuilder(LIST + "?");
    for (String name : FILTERS) {
      if (!form.value(name).isEmpty()) {
        address
            .append(name)
            .append('=')
            .append(URLEncoder.encode(form.value(name), StandardCharsets.UTF_8))
            .append('&');
      }
    }
    return address.append("page=").append(page).toString();
  }

  private PageResponse check(PageRequest request) {
    AuditVerifier.Report report = verifier.verify();
    audit.record(
        request.call(),
        "security.audit.verified",
        "audit",
        0,
        Map.of("findings", Long.toString(report.findingCount())));
    String context =
        Words.count(report.rowsChecked(), "record", "records")
            + " under "
            + Words.count(report.sealsChecked(), "seal", "seals");
    Html head =
        Govuk.summaryList(
            SummaryList.empty()
                .with("Number of the last seal", Inline.num(Words.number(report.headNumber())))
                .with("Its hash", Inline.code(grouped(report.headHash()))));
    Html body =
        Templates.html(
            out ->
                JteauditCheckGenerated.render(
                    out, null, context, result(report), findings(report), head));
    return PageResponse.page("Check of the audit", body).under(LIST);
  }

  private static Html result(AuditVerifier.Report report) {
    String waiting =
        report.rowsWaiting() == 0
            ? ""
            : Words.count(report.rowsWaiting(), "record", "records")
                + " of the last moments will be sealed next.";
    if (report.clean()) {
      return Vf.agree("Nothing was changed, removed or put in.", waiting, Html.EMPTY);
    }
    Html words =
        Html.text(
            Words.count(report.findingCount(), "thing is", "things are")
                + " wrong. Tell whoever"
                + " answers for the system, and keep a backup of the database as it is now.");
    return Vf.disagree("wrong", "The audit is not whole", List.of(words));
  }

  private static Html findings(AuditVerifier.Report report) {
    if (report.clean()) {
      return Html.EMPTY;
    }
    Table table = Table.of("What is wrong", "Record or seal", "Kind", "What");
    for (AuditVerifier.Finding finding : report.findings()) {
      if (table.rows().size() < MOST_FINDINGS) {
        boolean seal = finding.kind() == AuditVerifier.Kind.BROKEN_CHAIN;
        table =
            table.withRow(
                Cell.html(Inline.num((seal ? "Seal " : "Record ") + finding.id())),
                Cell.text(
                    Words.capital(
                        finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))),
                Cell.text(finding.what()));
      }
    }
    return Vf.stack(table);
  }

  /** In groups of eight, so that it can break at the end of a line. */
  private static String grouped(String hash) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < hash.length(); i += 8) {
      groups.add(hash.substring(i, Math.min(hash.length(), i + 8)));
    }
    return String.join(" ", groups);
  }
}
