package org.victimfirst.cases.web;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CaseFiles;
import org.victimfirst.cases.domain.CaseFilter;
import org.victimfirst.cases.domain.CasePermissions;

/** How many open cases nobody has yet. */
@Component
@VictimFirstModule(module = "cases")
public final class UnassignedTile implements DashboardTile {
  private final CaseFiles source;

  /** For the platform. */
  @Activate
  public UnassignedTile(@Reference CaseFiles source) {
    this.source = source;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return CasePermissions.ASSIGN;
  }

  @Override
  public Optional<Tile> tile(Call call) {
    long count =
        source.count(call, CaseFilter.ALL.withStatus("open").withWorker(CaseFilter.NOBODY));
    return Optional.of(
        new Tile(
            "Cases that nobody has",
            Words.number(count),
            "Assign them",
            "/cases?status=open&worker=-"));
  }
}
