package org.victimfirst.cases.web;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.cases.domain.CasePermissions;
import org.victimfirst.cases.domain.Referrals;

/** How many referrals wait for a case. */
@Component
@VictimFirstModule(module = "cases")
public final class WaitingTile implements DashboardTile {
  private final Referrals source;

  /** For the platform. */
  @Activate
  public WaitingTile(@Reference Referrals source) {
    this.source = source;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String permission() {
    return CasePermissions.WRITE;
  }

  @Override
  public Optional<Tile> tile(Call call) {
    long count = source.countWaiting(call);
    return Optional.of(
        new Tile(
            "Referrals without a case",
            Words.number(count),
            "Open a case or look closer",
            "/cases/referrals"));
  }
}
