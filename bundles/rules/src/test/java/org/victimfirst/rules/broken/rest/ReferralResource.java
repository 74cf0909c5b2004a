package org.victimfirst.rules.broken.rest;

import javax.persistence.Entity;
import org.victimfirst.rules.SourceFilesTest;
import org.victimfirst.rules.broken.web.ReferralPages;

/** An entity of its own, a page's class and another bundle's class in a resource. */
@Entity
class ReferralResource {
  static final Class<?> PAGES = ReferralPages.class;
  static final Class<?> ELSEWHERE = SourceFilesTest.class;
}
