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

/** How many open cases a person has. */
@Component
@VictimFirstModule(module = "cases")
public final class OwnCasesTile implements DashboardTile {
  private final CaseFiles source;

  /** For the platform. */
  @Activate
  public OwnCasesTile(@Reference CaseFiles source) {
    this.source = source;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return CasePermissions.WRITE;
  }

  @Override
  public Optional<Tile> tile(Call call) {
    long count =
        source.count(call, CaseFilter.ALL.withStatus("open").withWorker(call.actor().login()));
    return Optional.of(new Tile("Your open cases", Words.number(count), "", Paths.OWN));
  }
}
