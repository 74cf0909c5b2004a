package org.victimfirst.needs.web;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.victimfirst.api.module.VictimFirstModule;
import org.victimfirst.api.security.Call;
import org.victimfirst.api.web.DashboardTile;
import org.victimfirst.api.web.ui.Words;
import org.victimfirst.needs.NeedsModule;
import org.victimfirst.needs.domain.Reviews;

/** How many reviews a person has to make soon. */
@Component
@VictimFirstModule(module = NeedsModule.NAME)
public final class ReviewsTile implements DashboardTile {
  private final Reviews reviews;

  /** For the platform. */
  @Activate
  public ReviewsTile(@Reference Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public int order() {
    return 200;
  }

  @Override
  public String permission() {
    return NeedsModule.ASSESS;
  }

  @Override
  public Optional<Tile> tile(Call call) {
    List<Reviews.Review> due = reviews.of(call.actor());
    long late = due.stream().filter(Reviews.Review::late).count();
    String note = late == 0 ? "Due within a week" : Words.number(late) + " late";
    return due.isEmpty()
        ? Optional.empty()
        : Optional.of(new Tile("Needs reviews", Words.number(due.size()), note, Paths.REVIEWS));
  }
}
