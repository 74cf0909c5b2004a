package org.victimfirst.api.web;

import org.osgi.annotation.versioning.ConsumerType;
import org.victimfirst.api.cases.CaseHead;

/**
 * A tab of the case page, at {@code /cases/ID/KEY}. A service with {@code victimfirst.module}.
 * Given five seconds; one that throws or is late is shown as a part that is not available.
 */
@ConsumerType
public interface CaseTab {
  /** Last part of its address, such as {@code needs}; an empty string for the overview. */
  String key();

  /** One noun. No counts. */
  String label();

  /** Place among the tabs, ascending: overview 0, contact 100, needs 200, timeline 900. */
  int order();

  /** Who sees it. To others its address answers like a page that does not exist. */
  String permission();

  /** The content, which begins with an {@code h1}. */
  Html content(PageRequest request, CaseHead head) throws Exception;
}
