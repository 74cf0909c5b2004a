package org.victimfirst.web.contribution;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.security.Actor;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.web.AdminPage;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.NavItem;
import org.victimfirst.api.web.PageSet;
import org.victimfirst.api.web.Route;
import org.victimfirst.api.web.TodayPanel;
import org.victimfirst.web.route.Routes;

/** All that the modules that are here now contribute to the console. */
@Component(service = Contributions.class)
public final class Contributions {
  private static final Logger LOG = LoggerFactory.getLogger(Contributions.class);

  private final List<Contribution<NavItem>> navItems = new CopyOnWriteArrayList<>();
  private final List<Contribution<CaseTab>> caseTabs = new CopyOnWriteArrayList<>();
  private final List<Contribution<DashboardTile>> tiles = new CopyOnWriteArrayList<>();
  private final List<Contribution<TodayPanel>> panels = new CopyOnWriteArrayList<>();
  private final List<Contribution<AdminPage>> adminPages = new CopyOnWriteArrayList<>();
  private final List<Contribution<ModuleDescriptor>> modules = new CopyOnWriteArrayList<>();
  private final Routes routes = new Routes();

  /** The addresses of all page sets. */
  public Routes routes() {
    return routes;
  }

  /** Whether an address is there and its permission given. */
  public boolean mayOpen(Actor actor, String method, String path) {
    return routes
        .find(method, path)
        .map(match -> match.route().permission())
        .filter(needed -> needed.equals(Route.SIGNED_IN) || actor.may(needed))
        .isPresent();
  }

  /** The title of a permission for people, or its name. */
  public String permissionTitle(String name) {
    return modules.stream()
        .flatMap(c -> c.service().permissions().stream())
        .filter(permission -> permission.name().equals(name))
        .map(Permission::title)
        .findFirst()
        .orElse(name);
  }

  /** The menu's items in order. */
  public List<Contribution<NavItem>> navItems() {
    return sorted(navItems, Comparator.comparingInt(c -> c.service().order()));
  }

  /** The tabs of a case in order; of two with one key the older one. */
  public List<Contribution<CaseTab>> caseTabs() {
    return sorted(caseTabs, Comparator.comparingInt(c -> c.service().order()));
  }

  /** The tiles of Today in order. */
  public List<Contribution<DashboardTile>> tiles() {
    return sorted(tiles, Comparator.comparingInt(c -> c.service().order()));
  }

  /** The panels of Today in order. */
  public List<Contribution<TodayPanel>> panels() {
    return sorted(panels, Comparator.comparingInt(c -> c.service().order()));
  }

  /** The pages of administration, by name. */
  public List<Contribution<AdminPage>> adminPages() {
    return sorted(adminPages, Comparator.comparing(c -> c.service().label()));
  }

  /** What a module says about itself; of two the older one. */
  public Optional<ModuleDescriptor> module(String name) {
    return sorted(modules, Comparator.comparing(Contribution::module)).stream()
        .filter(c -> c.module().equals(name))
        .map(Contribution::service)
        .findFirst();
  }

  private static <T> List<Contribution<T>> sorted(
      List<Contribution<T>> all, Comparator<Contribution<T>> order) {
    return all.stream().sorted(order.thenComparingLong(Contribution::age)).toList();
  }

  private static <T> void add(
      List<Contribution<T>> all,
      T service,
      Map<String, Object> properties,
      UnaryOperator<T> snapshot) {
    try {
      all.add(Contribution.of(service, properties, snapshot));
    } catch (RuntimeException e) {
      LOG.error("{} is refused as a contribution", service.getClass().getName(), e);
    }
  }

  private static <T> void remove(List<Contribution<T>> all, T service) {
    all.removeIf(c -> c.origin() == service);
  }

  @Reference(
      service = PageSet.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addPages(PageSet set, Map<String, Object> properties) {
    try {
      Contribution<PageSet> pages = Contribution.of(set, properties, UnaryOperator.identity());
      routes.add(set, pages.module(), pages.age(), pages.walled());
    } catch (RuntimeException e) {
      LOG.error("The pages of {} are refused", set.getClass().getName(), e);
    }
  }

  public void removePages(PageSet set) {
    routes.remove(set);
  }

  @Reference(
      service = NavItem.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addNavItem(NavItem item, Map<String, Object> properties) {
    add(navItems, item, properties, Snapshots.Nav::of);
  }

  public void removeNavItem(NavItem item) {
    remove(navItems, item);
  }

  @Reference(
      service = CaseTab.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addCaseTab(CaseTab tab, Map<String, Object> properties) {
    add(caseTabs, tab, properties, Snapshots.Tab::of);
  }

  public void removeCaseTab(CaseTab tab) {
    remove(caseTabs, tab);
  }

  @Reference(
      service = DashboardTile.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addTile(DashboardTile tile, Map<String, Object> properties) {
    add(tiles, tile, properties, Snapshots.Figure::of);
  }

  public void removeTile(DashboardTile tile) {
    remove(tiles, tile);
  }

  @Reference(
      service = TodayPanel.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addPanel(TodayPanel panel, Map<String, Object> properties) {
    add(panels, panel, properties, Snapshots.Panel::of);
  }

  public void removePanel(TodayPanel panel) {
    remove(panels, panel);
  }

  @Reference(
      service = AdminPage.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addAdminPage(AdminPage page, Map<String, Object> properties) {
    add(adminPages, page, properties, Snapshots.Admin::of);
  }

  public void removeAdminPage(AdminPage page) {
    remove(adminPages, page);
  }

  @Reference(
      service = ModuleDescriptor.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addModule(ModuleDescriptor module, Map<String, Object> properties) {
    add(modules, module, properties, Snapshots.Module::of);
  }

  public void removeModule(ModuleDescriptor module) {
    remove(modules, module);
  }
}
