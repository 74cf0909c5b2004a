package org.victimfirst.persistence;

/**
 * What is known of one module's schema.
 *
 * @param module the module's name; {@code platform} stands for the database as a whole
 * @param version the schema's version, or an empty string while it is not known
 * @param state see {@link State}
 * @param message a sentence for people: what, where and what to do; empty when all is well
 */
public record SchemaState(String module, String version, State state, String message) {
  /** What a schema may be. */
  public enum State {
    /** Waiting for its migration, or in the middle of it. */
    MIGRATING,
    /** Up to date; the module has its database. */
    READY,
    /** The migration failed; the module has no database, its data are as before. */
    FAILED,
    /** The data are newer than the module that is installed; the module has no database. */
    NEWER,
    /** The module is not installed; its data are kept. */
    KEPT
  }
}
