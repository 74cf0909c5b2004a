package org.victimfirst.modules.domain;

import java.util.Set;

/**
 * A change that somebody wants.
 *
 * @param action what to do
 * @param module the module
 * @param version which version to install or update to; an empty string for the newest
 * @param with modules that are to be removed as well, because they cannot do without it
 */
public record Change(Action action, String module, String version, Set<String> with) {
  /** Copies the names. */
  public Change {
    with = Set.copyOf(with);
  }

  /** A change of one module. */
  public static Change of(Action action, String module, String version) {
    return new Change(action, module, version, Set.of());
  }

  /** What can be done to a module. */
  public enum Action {
    /** Installs a module that is not there. */
    INSTALL("Install", "Installed"),
    /** Brings an installed module to another version. */
    UPDATE("Update", "Updated"),
    /** Takes a module away; its data stay. */
    REMOVE("Remove", "Removed"),
    /** Deletes the data of a module that is not there. */
    PURGE("Delete data", "Data deleted");

    private final String verb;
    private final String past;

    Action(String verb, String past) {
      this.verb = verb;
      this.past = past;
    }

    /** The act, for a button. */
    public String verb() {
      return verb;
    }

    /** What happened. */
    public String past() {
      return past;
    }

    /** The action of a name in an address; empty when there is none. */
    public static java.util.Optional<Action> of(String name) {
      return java.util.Arrays.stream(values())
          .filter(action -> action.name().equalsIgnoreCase(name))
          .findFirst();
    }
  }
}
