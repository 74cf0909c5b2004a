package org.victimfirst.web.contribution;

import java.util.List;
import java.util.Optional;
import org.victimfirst.api.cases.CaseHead;
import org.victimfirst.api.module.ModuleDescriptor;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.security.Permission;
import org.victimfirst.api.web.AdminPage;
import org.victimfirst.api.web.CaseTab;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.Html;
import org.victimfirst.api.web.NavItem;
import org.victimfirst.api.web.PageRequest;
import org.victimfirst.api.web.TodayPanel;

/**
 * What contributions say about themselves, asked once when they arrive: labels, places and
 * permissions stand on every page, and must neither throw nor dawdle there.
 */
final class Snapshots {
  private Snapshots() {}

  record Nav(String label, String path, String permission, int order) implements NavItem {
    static NavItem of(NavItem item) {
      return new Nav(item.label(), item.path(), item.permission(), item.order());
    }
  }

  record Admin(String label, String purpose, String path, String permission) implements AdminPage {
    static AdminPage of(AdminPage page) {
      return new Admin(page.label(), page.purpose(), page.path(), page.permission());
    }
  }

  record Module(String title, String purpose, List<Permission> permissions)
      implements ModuleDescriptor {
    static ModuleDescriptor of(ModuleDescriptor module) {
      return new Module(module.title(), module.purpose(), List.copyOf(module.permissions()));
    }
  }

  record Tab(String key, String label, int order, String permission, CaseTab tab)
      implements CaseTab {
    static CaseTab of(CaseTab tab) {
      return new Tab(tab.key(), tab.label(), tab.order(), tab.permission(), tab);
    }

    @Override
    public Html content(PageRequest request, CaseHead head) throws Exception {
      return tab.content(request, head);
    }
  }

  record Figure(int order, String permission, DashboardTile source) implements DashboardTile {
    static DashboardTile of(DashboardTile tile) {
      return new Figure(tile.order(), tile.permission(), tile);
    }

    @Override
    public Optional<DashboardTile.Tile> tile(Call call) {
      return source.tile(call);
    }
  }

  record Panel(int order, String permission, String title, TodayPanel panel) implements TodayPanel {
    static TodayPanel of(TodayPanel panel) {
      return new Panel(panel.order(), panel.permission(), panel.title(), panel);
    }

    @Override
    public Optional<Html> content(PageRequest request) throws Exception {
      return panel.content(request);
    }
  }
}
