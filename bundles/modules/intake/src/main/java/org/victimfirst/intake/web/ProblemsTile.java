package org.victimfirst.intake.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.intake.domain.Counts;
import org.victimfirst.intake.domain.ImportHead;
import org.victimfirst.intake.domain.ImportStatus;
import org.victimfirst.intake.domain.Imports;
import org.victimfirst.intake.domain.Permissions;

/** Rows of the newest import that somebody should look at. */
@Component(service = DashboardTile.class)
@VictimFirstModule(module = "intake")
public final class ProblemsTile implements DashboardTile {
  private final Imports imports;

  /** Takes what it needs. */
  @Activate
  public ProblemsTile(@Reference Imports imports) {
    this.imports = imports;
  }

  @Override
  public int order() {
    return 300;
  }

  @Override
  public String permission() {
    return Permissions.READ;
  }

  @Override
  public Optional<Tile> tile(Call call) {
    return imports.list(1, 1).items().stream().findFirst().flatMap(this::tile);
  }

  private Optional<Tile> tile(ImportHead head) {
    String path = "/intake/imports/" + head.id();
    if (head.status() == ImportStatus.FAILED) {
      return Optional.of(new Tile("The last import broke off", "1", "It can go on", path));
    }
    Map<Long, Counts> totals = imports.totals(List.of(head.id()));
    Counts counts = totals.getOrDefault(head.id(), Counts.NONE);
    long rows = counts.rejected() + counts.reported();
    if (rows == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Tile(
            "Import rows to look at",
            Words.number(rows),
            "Received " + Words.date(head.receivedAt().toLocalDate()),
            path + "/problems"));
  }
}
