package org.victimfirst.api.web;

import org.osgi.annotation.versioning.ConsumerType;

/** An item of the main menu. A service with {@code victimfirst.module}. */
@ConsumerType
public interface NavItem {
  /** One noun, 24 letters at most. */
  String label();

  /** Where it leads, such as {@code /reporting}. */
  String path();

  /** Who sees it. */
  String permission();

  /** Place in the menu, ascending. Today is 0. */
  int order();
}
