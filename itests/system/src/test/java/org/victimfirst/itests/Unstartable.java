package org.victimfirst.itests;

/** A component that fails when it is started; its class is put into files of modules. */
public final class Unstartable {
  /** Fails. */
  public Unstartable() {
    throw new IllegalStateException("This component never starts");
  }
}
