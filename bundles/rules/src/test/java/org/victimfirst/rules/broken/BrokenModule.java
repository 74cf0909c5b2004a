package org.victimfirst.rules.broken;

/** A module that breaks every rule once. */
public final class BrokenModule {
  private BrokenModule() {}
}
