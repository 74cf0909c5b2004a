package org.victimfirst.api.web;

import org.osgi.annotation.versioning.ConsumerType;

/** A link on the administration pages. A service with {@code victimfirst.module}. */
@ConsumerType
public interface AdminPage {
  /** What it is, a few words. */
  String label();

  /** One sentence. */
  String purpose();

  /** Where it leads. */
  String path();

  /** Who sees it. */
  String permission();
}
