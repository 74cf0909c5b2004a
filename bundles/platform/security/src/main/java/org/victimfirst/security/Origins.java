package org.victimfirst.security;

import java.util.Enumeration;

/** Where a request comes from, as the audit and the delay after wrong passwords take it. */
@FunctionalInterface
public interface Origins {
  /**
   * The caller's network address.
   *
   * @param remote the address that is connected: the caller's, or that of a proxy of ours
   * @param forwarded the lines of the header {@code X-Forwarded-For}, in their order
   */
  String of(String remote, Enumeration<String> forwarded);
}
