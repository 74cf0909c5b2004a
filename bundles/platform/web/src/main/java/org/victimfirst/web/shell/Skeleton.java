package org.victimfirst.web.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.PageResponse.Page;
import org.victimfirst.api.web.ui.Govuk;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.web.asset.Assets;
import org.victimfirst.web.contribution.Contributions;
import org.victimfirst.web.template.JtecaseHeadGenerated;
import org.victimfirst.web.template.JtepageGenerated;

/** Puts the skeleton of the console around a page. */
public final class Skeleton {
  private static final Html HIDDEN =
      Html.markup(
          "<p class=\"vf-hidden-note\">Names, contact details and what happened are hidden. They are"
              + " not in this page at all.</p>");

  private final Assets assets;
  private final Contributions contributions;
  private final Menu menu;
  private final Area area;

  public Skeleton(Assets assets, Contributions contributions, Menu menu, Area area) {
    this.assets = assets;
    this.contributions = contributions;
    this.menu = menu;
    this.area = area;
  }

  /**
   * What the template needs.
   *
   * @param title the whole title
   * @param service the service's name
   * @param area the area's name, or an empty string
   * @param styleSheets addresses of the style sheets
   * @param foot address of the style sheet for the running foot on paper
   * @param script address of the script
   * @param icon address of the icon
   * @param console whether it is a page for staff
   * @param who the person's name, or an empty string
   * @param role the person's roles in words
   * @param hidden whether personal details are hidden
   * @param csrf the hidden field of forms
   * @param here the page's address, to come back to
   * @param menu the menu
   * @param find whether cases can be searched
   * @param caseHead the head of a case, or nothing
   * @param main the content of main
   */
  public record Model(
      String title,
      String service,
      String area,
      List<String> styleSheets,
      String foot,
      String script,
      String icon,
      boolean console,
      String who,
      String role,
      boolean hidden,
      Html csrf,
      String here,
      List<Link> menu,
      boolean find,
      Html caseHead,
      Html main) {}

  /** Makes the whole page. The head is that of the page's case, or null. */
  public String page(Visit visit, Page page, @Nullable CaseHead head) {
    Html banner = visit.notice().map(Govuk::successBanner).orElse(Html.EMPTY);
    String title = title(page, head);
    boolean console = visit.signedIn();
    Model model =
        new Model(
            title,
            area.serviceName(),
            area.name(),
            assets.styleSheets(),
            assets.foot(title.replaceFirst("^Error: ", "")),
            assets.address("init.js"),
            assets.address("mark.svg"),
            console,
            visit.call().actor().displayName(),
            roles(visit),
            visit.hidden(),
            visit.csrf(),
            visit.exchange().method().equals("GET") ? visit.exchange().address() : "/",
            console ? menu.links(visit, page.nav()) : List.of(),
            console && menu.mayFind(visit),
            head == null ? Html.EMPTY : caseHead(visit, page, head),
            Html.all(banner, head != null && visit.hidden() ? HIDDEN : Html.EMPTY, page.body()));
    return Templates.html(output -> JtepageGenerated.render(output, null, model)).asString();
  }

  private String title(Page page, @Nullable CaseHead head) {
    return (page.status() == 422 ? "Error: " : "")
        + page.title()
        + (head == null ? "" : ", case " + head.summary().reference())
        + " \u2013 "
        + area.serviceName();
  }

  private static String roles(Visit visit) {
    return visit.call().actor().roles().stream()
        .sorted()
        .map(role -> role.replace('_', ' ').toLowerCase(Locale.UK))
        .collect(Collectors.joining(", "));
  }

  private Html caseHead(Visit visit, Page page, CaseHead head) {
    List<Link> tabs = new ArrayList<>();
    Optional<String> current = Optional.empty();
    String base = "/cases/" + head.summary().id();
    for (var tab : contributions.caseTabs()) {
      if (visit.call().actor().may(tab.service().permission())) {
        String key = tab.service().key();
        boolean here = key.equals(page.tab());
        String label = tab.service().label();
        tabs.add(Link.to(label, key.isEmpty() ? base : base + "/" + key).current(here));
        current = here ? Optional.of(label) : current;
      }
    }
    boolean overview = page.tab().isEmpty() && current.isPresent();
    String safeContact = base + "/safe-contact";
    String change =
        contributions.mayOpen(visit.call().actor(), "GET", safeContact) ? safeContact : "";
    String summary = current.map(label -> label + ": change section").orElse("Change section");
    return Templates.html(
        output -> JtecaseHeadGenerated.render(output, null, head, tabs, summary, overview, change));
  }
}
