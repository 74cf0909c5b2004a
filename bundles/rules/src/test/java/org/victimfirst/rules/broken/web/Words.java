package org.victimfirst.rules.broken.web;

/** Public, though nobody needs it. */
public final class Words {
  private Words() {}
}
