package org.victimfirst.web.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.web.ui.Link;
import org.victimfirst.web.contribution.Contributions;

/** The main menu: Today and at most six more; the rest are links on Today. */
public final class Menu {
  private static final int MOST = 7;

  private final Contributions contributions;

  public Menu(Contributions contributions) {
    this.contributions = contributions;
  }

  /** The menu of a person; {@code nav} is the path of the item that the page belongs to. */
  List<Link> links(Visit visit, String nav) {
    List<Link> all = all(visit);
    String here = nav.isEmpty() ? visit.exchange().path() : nav;
    String current = "";
    for (Link link : all) {
      boolean below = here.equals(link.href()) || here.startsWith(link.href() + "/");
      if (below && link.href().length() > current.length()) {
        current = link.href();
      }
    }
    List<Link> shown = new ArrayList<>();
    for (Link link : all.subList(0, Math.min(MOST, all.size()))) {
      shown.add(link.current(link.href().equals(current)));
    }
    return shown;
  }

  /** What the menu has no room for. */
  List<Link> rest(Visit visit) {
    List<Link> everything = everything(visit);
    return everything.subList(Math.min(MOST, all(visit).size()), everything.size());
  }

  /** The whole menu, and the pages of administration that are not in it. */
  List<Link> everything(Visit visit) {
    List<Link> all = all(visit);
    List<Link> rest = new ArrayList<>(all);
    contributions.adminPages().stream()
        .map(c -> c.service())
        .filter(page -> visit.call().actor().may(page.permission()))
        .filter(page -> all.stream().noneMatch(link -> link.href().equals(page.path())))
        .forEach(page -> rest.add(Link.to(page.label(), page.path())));
    return rest;
  }

  private List<Link> all(Visit visit) {
    Actor actor = visit.call().actor();
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("/", Link.to("Today", "/"));
    for (var item : contributions.navItems()) {
      if (actor.may(item.service().permission())) {
        String path = item.service().path();
        links.putIfAbsent(path, Link.to(item.service().label(), path));
      }
    }
    return List.copyOf(links.values());
  }

  /** Whether the person may search: not while personal details are hidden. */
  boolean mayFind(Visit visit) {
    return !visit.hidden() && contributions.mayOpen(visit.call().actor(), "POST", "/find");
  }
}
