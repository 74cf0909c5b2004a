package org.victimfirst.api.web;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.victimfirst.api.security.Call;

/**
 * A tile on Today. A service with {@code victimfirst.module}. Asked together with all others, for
 * two seconds at most; one that throws or is late is shown as not available.
 */
@ConsumerType
public interface DashboardTile {
  /** Place among the tiles, ascending. */
  int order();

  /** Who sees it. */
  String permission();

  /** The tile's content for a person, or empty when there is nothing to say. */
  Optional<Tile> tile(Call call);

  /**
   * What it shows. No names.
   *
   * @param title what the figure counts
   * @param figure one figure
   * @param note 40 letters at most, or an empty string
   * @param path where it leads
   */
  record Tile(String title, String figure, String note, String path) {}
}
