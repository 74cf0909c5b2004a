package org.victimfirst.api.web;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A panel on Today, above the tiles: what needs this person now. A service with {@code
 * victimfirst.module}. Asked together with all others, for two seconds at most; one that throws or
 * is late is shown as not available.
 */
@ConsumerType
public interface TodayPanel {
  /** Place among the panels, ascending. */
  int order();

  /** Who sees it. */
  String permission();

  /** A few words for the case that it fails, such as "Things to do". */
  String title();

  /**
   * The panel for a person: a section that begins with an {@code h2}, such as {@code Vf.section(…,
   * WorkList.list(…))}; empty when there is nothing to say.
   */
  Optional<Html> content(PageRequest request) throws Exception;
}
